import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from './answer.ts';
import { securityHeaders } from './headers.ts';

/** Who has read the answer closes too; who has not is not waited for. */
const farewellMs = 1_000;

/** Answers with a refusal where there is no response to write to: an upgrade, or what is no HTTP. */
export function refuseRaw(socket: Duplex, { status, code, message, headers }: Refusal): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error: code, message });
  const lines = Object.entries({
    ...securityHeaders,
    ...headers,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  setTimeout(() => socket.destroy(), farewellMs).unref();
}
