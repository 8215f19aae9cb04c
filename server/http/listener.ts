import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type IsPeer, networkOf } from '#identity';
import { Refusal, sendRefusal } from './answer.ts';
import { secure } from './headers.ts';
import { refuseRaw } from './raw-refusal.ts';

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** Until its headers have come as a whole. */
  readonly headers: number;
  /** Until its body has come too. */
  readonly request: number;
  /** With nothing sent or read in either direction. */
  readonly silence: number;
  /** How often clients are looked at. */
  readonly look: number;
}

const patience: Patience = { headers: 10_000, request: 30_000, silence: 60_000, look: 2_000 };
const longestHeaders = 16_384;
/** Connections at once: each holds a file of the process open. */
const mostConnections = 8_000;
/** From one network: an office has some for each person. A proxy of ours has those of everybody. */
const mostOfNetwork = 2_000;

/**
 * The HTTP server as it is before anybody has said who it is: what is too slow, too long or no HTTP is refused in Russian and closed,
 * and one address cannot take all connections.
 */
export function createListener(
  application: RequestListener,
  isPeer: IsPeer = () => false,
  { headers, request, silence, look }: Patience = patience,
): Server {
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: headers,
      connectionsCheckingInterval: look,
      maxHeaderSize: longestHeaders,
      // Who names no host is told in Russian where to go, by the check of hosts.
      requireHostHeader: false,
    },
    application,
  );
  server.timeout = silence;
  server.maxConnections = mostConnections;
  limitNetworks(server, isPeer);
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.set(socket, response);
    response.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (error: ParserError, socket) => {
    const begun = answering.get(socket)?.headersSent ?? false;
    if (begun || error.code === 'ECONNRESET') socket.destroy();
    else refuseRaw(socket, refusalOf(error));
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    secure(response);
    sendRefusal(
      response,
      new Refusal(417, 'expectation', 'Сервер не выполняет то, что просит заголовок Expect.'),
    );
  });
  return server;
}

/** What Node says of a client: a code, and the bytes it could not read. */
interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

function refusalOf({ code, rawPacket }: ParserError): Refusal {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal(408, 'too-slow', 'Запрос шёл слишком долго. Проверьте связь и повторите.');
    case 'HPE_HEADER_OVERFLOW':
      return hasLongLine(rawPacket) ? tooLongAddress() : tooLongHeaders();
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Refusal(413, 'too-large', 'Запрос слишком большой: сократите его.');
    default:
      return new Refusal(
        400,
        'bad-request',
        'Запрос написан с ошибкой. Откройте базу знаний в браузере и повторите.',
      );
  }
}

/** Whether it was the first line that was too long: the one with the address. */
function hasLongLine(bytes: Buffer | undefined): boolean {
  const end = bytes?.indexOf('\n') ?? 0;
  return end < 0 || end > longestHeaders / 2;
}

/** An address that no link of ours has. */
export function tooLongAddress(): Refusal {
  return new Refusal(414, 'too-long', 'Адрес слишком длинный. Сократите его или вопрос в нём.');
}

/** Headers that no browser sends. */
export function tooLongHeaders(): Refusal {
  return new Refusal(
    431,
    'too-many-headers',
    'Заголовки запроса слишком длинные. Удалите cookies этого сайта в браузере и повторите.',
  );
}

function limitNetworks(server: Server, isPeer: IsPeer): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isPeer(address)) return;
    const network = networkOf(address);
    const count = (open.get(network) ?? 0) + 1;
    if (count > mostOfNetwork) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
