import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { maxFrameBytes } from '#editor';
import { type Identity, may, networkOf } from '#identity';
import type { House } from './house.ts';
import { Refusal } from './http/answer.ts';
import { clientOf, recognise } from './http/client.ts';
import { isOwnHost, isOwnOrigin } from './http/origin.ts';
import { refuseRaw } from './http/raw-refusal.ts';
import { forbidden } from './http/router.ts';

/** More sockets than an agency has people; a limit, so that a loop in a script cannot take all memory. */
const maxConnections = 2_000;

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
    limits,
  }: Pick<House, 'drafts' | 'doors' | 'refused' | 'names' | 'isPeer' | 'limits'>,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });

  function check(request: IncomingMessage): void {
    if (request.url?.split('?')[0] !== '/collaboration')
      throw new Refusal(404, 'not-found', 'Такого адреса нет: проверьте его.');
    if (!isOwnHost(request.headers, names))
      throw new Refusal(421, 'wrong-host', 'Сервер открыт не под своим адресом.');
    if (!isOwnOrigin(request.headers))
      throw new Refusal(403, 'foreign-origin', 'Запрос пришёл с чужой страницы и отклонён.');
    if (collaboration.connections >= maxConnections)
      throw new Refusal(503, 'full', 'Сейчас открыто слишком много писем. Повторите через минуту.', {
        'Retry-After': '60',
      });
  }

  function admit(request: IncomingMessage, identity: Identity): void {
    limits.admit(identity, request, 'socket');
    if (may(identity, access)) return;
    if (identity.person !== undefined) refused(identity, request, `${access} /collaboration`);
    throw forbidden(identity);
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    recognise(request, isPeer);
    check(request);
    const identity = await doors.resolveIdentity(request);
    admit(request, identity);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '' });
      collaboration.accept(
        webSocket,
        new Request(`http://${request.headers.host}/collaboration`, { headers }),
        {
          identity,
          network: networkOf(clientOf(request)),
          // Being asked again is no use of the session: an open tab alone must not keep it alive.
          recheck: () => doors.resolveIdentity(request, false),
        },
      );
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      if (error instanceof Refusal) return refuseRaw(socket, error);
      console.error(error);
      return refuseRaw(
        socket,
        new Refusal(503, 'internal', 'На сервере случилась ошибка. Повторите через минуту.'),
      );
    });
  });
}
