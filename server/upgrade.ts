import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { maxFrameBytes } from '#editor';
import { type Identity, may } from '#identity';
import type { House } from './house.ts';
import { recognise } from './http/client.ts';
import { securityHeaders } from './http/headers.ts';
import { isOwnHost, isOwnOrigin } from './http/origin.ts';

/** More sockets than an office has people; a limit, so that a loop in a script cannot take all memory. */
const maxConnections = 1_000;

/** Who may open a socket at all; whether they may write is the collaboration's to know. */
const access = 'letter.read';

/** Upgrades requests for `/collaboration` from our own pages and of people who may read letters, and nothing else. */
export function attachCollaboration(
  server: Server,
  {
    drafts: { collaboration },
    doors,
    refused,
    names,
    isPeer,
  }: Pick<House, 'drafts' | 'doors' | 'refused' | 'names' | 'isPeer'>,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });

  function refusal(request: IncomingMessage): string | undefined {
    if (request.url?.split('?')[0] !== '/collaboration') return '404 Not Found';
    if (!isOwnHost(request.headers, names)) return '421 Misdirected Request';
    if (!isOwnOrigin(request.headers)) return '403 Forbidden';
    if (collaboration.connections >= maxConnections) return '503 Service Unavailable';
    return undefined;
  }

  function closed(request: IncomingMessage, identity: Identity): string | undefined {
    if (may(identity, access)) return undefined;
    if (identity.person === undefined) return '401 Unauthorized';
    refused(identity, request, `${access} /collaboration`);
    return '403 Forbidden';
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    recognise(request, isPeer);
    const objection = refusal(request);
    if (objection !== undefined) return refuse(socket, objection);
    const identity = await doors.resolveIdentity(request);
    const closedBy = closed(request, identity);
    if (closedBy !== undefined) return refuse(socket, closedBy);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '' });
      collaboration.accept(
        webSocket,
        new Request(`http://${request.headers.host}/collaboration`, { headers }),
        // Being asked again is no use of the session: an open tab alone must not keep it alive.
        { identity, recheck: () => doors.resolveIdentity(request, false) },
      );
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      console.error(error);
      refuse(socket, '503 Service Unavailable');
    });
  });
}

function refuse(socket: Duplex, status: string): void {
  const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
