import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anonymous } from '#identity';
import type { Pages } from '../pages.ts';
import { readJson } from './answer.ts';
import { createApplication } from './application.ts';
import { createListener } from './listener.ts';
import { createApi } from './router.ts';

const pages: Pages = {
  check: async () => undefined,
  answer: async (_request, response) => void response.end('page'),
  sendNotFound: (response) => void response.end(),
  sendForbidden: (response) => void response.end(),
};
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A server that has little patience. */
async function open(most?: number) {
  const api = createApi([
    {
      method: 'POST',
      path: '/api/body',
      access: 'open',
      async handle({ request, response }) {
        await readJson(request);
        response.end('{}');
      },
    },
    {
      method: 'GET',
      path: '/api/slow',
      access: 'open',
      async handle({ response }) {
        response.write('begun ');
      },
    },
  ]);
  const server = createListener(
    createApplication(api, pages, {}, async () => anonymous),
    undefined,
    {
      headers: 200,
      request: 400,
      silence: 1_500,
      look: 50,
    },
  );
  if (most !== undefined) server.maxConnections = most;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return port;
}

/** Opens a socket, says something, gives what is answered until the server closes; undefined when it does not within two seconds. */
function say(port: number, bytes: string, then?: (socket: Socket) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      then?.(socket);
    });
    endings.push(() => socket.destroy());
    socket.setTimeout(3_000, () => resolve(undefined));
    socket.on('data', (chunk) => {
      said += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

/** Status, and the sentence that says what to do. */
function read(answer: string | undefined): [number, string] {
  const [head = '', body = ''] = (answer ?? '').split('\r\n\r\n');
  expect(head).toContain("Content-Security-Policy: default-src 'none'");
  const { error, message } = JSON.parse(body) as { error: string; message: string };
  expect(error).toMatch(/^[a-z-]+$/);
  expect(message).toMatch(/^[А-ЯЁ].*\.$/s);
  return [Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), message];
}

const host = 'Host: localhost\r\n';

describe('what is too slow', () => {
  it('as headers is told so and closed', async () => {
    const port = await open();
    const answer = await say(port, `GET /api/slow HTTP/1.1\r\n${host}X-A: `, (socket) => {
      const drip = setInterval(() => socket.write('a'), 40);
      endings.push(() => clearInterval(drip));
    });
    expect(read(answer)[0]).toBe(408);
  });

  it('as a body is told so and closed, and nothing of it is printed', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    endings.push(() => printed.mockRestore());
    const port = await open();
    const answer = await say(
      port,
      `POST /api/body HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      (socket) => {
        const drip = setInterval(() => socket.write(' '), 40);
        endings.push(() => clearInterval(drip));
      },
    );
    expect(read(answer)[0]).toBe(408);
    await say(
      port,
      `POST /api/body HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
      (socket) => setTimeout(() => socket.destroy(), 50),
    );
    await new Promise((done) => setTimeout(done, 100));
    expect(printed.mock.calls).toEqual([]);
  });

  it('and says nothing at all is closed', async () => {
    expect(await say(await open(), '')).toBeDefined();
  });

  it('to read is closed in the end, without a second answer in the first', async () => {
    const port = await open();
    const answer = await say(port, `GET /api/slow HTTP/1.1\r\n${host}\r\n`);
    expect(answer).toContain('begun ');
    expect(answer?.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('keeps nobody else waiting: hundreds of slow ones, and an answer at once', async () => {
    const port = await open();
    const slow = Array.from({ length: 300 }, () => say(port, `GET / HTTP/1.1\r\n${host}X-`));
    const began = performance.now();
    const answer = await say(port, `GET /_astro/x.js HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect(answer).toContain('page');
    expect(performance.now() - began).toBeLessThan(1_500);
    const closed = await Promise.all(slow);
    expect(closed.every((one) => one !== undefined)).toBe(true);
  });
});

describe('what is too long or no HTTP', () => {
  it.each([
    ['an address of 40 000 characters', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 414],
    [
      'an address of 9 000 characters',
      `GET /?q=${'a'.repeat(9_000)} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      414,
    ],
    ['headers of 40 000 characters', `GET / HTTP/1.1\r\n${host}Cookie: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    [
      'a thousand headers',
      `GET / HTTP/1.1\r\n${host}Connection: close\r\n${'X: 1\r\n'.repeat(1_000)}\r\n`,
      431,
    ],
    ['no HTTP', 'Добрый день!\r\n\r\n', 400],
    [
      'a body that is too large',
      `POST /api/body HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n${'1'.repeat(100_000)}`,
      413,
    ],
    [
      'endless extensions of a chunk',
      `POST /api/body HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
      413,
    ],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
    [
      'a wish',
      `POST /api/body HTTP/1.1\r\n${host}Expect: a miracle\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      417,
    ],
  ])('is refused in Russian: %s', async (_what, bytes, status) => {
    expect(read(await say(await open(), bytes))[0]).toBe(status);
  });
});
