import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type Collaboration, maxFrameBytes } from '#editor';
import { atThisComputer } from '#identity';
import { securityHeaders } from './http/headers.ts';
import { isOwnHost, isOwnOrigin } from './http/origin.ts';

/** More sockets than an office has people; a limit, so that a loop in a script cannot take all memory. */
const maxConnections = 1_000;

/** Upgrades requests for `/collaboration` from our own pages, and nothing else. */
export function attachCollaboration(server: Server, collaboration: Collaboration): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });

  function refusal(request: IncomingMessage): string | undefined {
    if (request.url?.split('?')[0] !== '/collaboration') return '404 Not Found';
    if (!isOwnHost(request.headers)) return '421 Misdirected Request';
    if (!isOwnOrigin(request.headers)) return '403 Forbidden';
    if (collaboration.connections >= maxConnections) return '503 Service Unavailable';
    return undefined;
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refused = refusal(request);
    if (refused !== undefined) {
      const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${refused}\r\n${headers.join('')}Connection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '' });
      collaboration.accept(
        webSocket,
        new Request(`http://${request.headers.host}/collaboration`, { headers }),
        { identity: atThisComputer },
      );
    });
  });
}
