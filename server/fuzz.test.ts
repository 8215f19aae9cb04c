import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readContent } from '#knowledge';
import { baseFiles, page, writeFiles } from '../knowledge/testing/content-folder.ts';
import { createHouse, type House } from './house.ts';
import { unlimited } from './http/limits.ts';
import type { Route } from './http/router.ts';
import type { Pages } from './pages.ts';

// Every route takes whatever comes: the answer is one of ours, in Russian, without a stack or a path, and the server goes on.

const noPages: Pages = {
  check: async () => undefined,
  answer: async (_, response) => void response.end('page'),
  sendNotFound: (response) => response.writeHead(404).end(),
  sendForbidden: (response) => response.writeHead(403).end(),
};

const folder = await mkdtemp(join(tmpdir(), 'ponyatno-fuzz-'));
let house: House;
let port = 0;
let stop: () => void = () => undefined;
let draft = '';

beforeAll(async () => {
  const contentFolder = join(folder, 'content');
  const template = page(
    {
      id: 'first',
      title: 'Первичный ответ',
      function: 'letters',
      letter: 'first-reply',
      when: 'На любое письмо.',
    },
    'Здравствуйте!',
  );
  await writeFiles(contentFolder, { ...baseFiles, 'templates/first.mdx': template });
  const { content } = await readContent(contentFolder);
  const configuration = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(folder, 'data'),
    contentFolder,
    accounts: { url: 'http://127.0.0.1:4321' },
  };
  house = createHouse(content, noPages, configuration, () => undefined, undefined, {
    limits: unlimited,
  });
  await house.searchReady;
  const server = createServer(house.application);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const made = await fetch(`http://127.0.0.1:${port}/api/drafts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ template: 'first', urgent: false, received: '2026-11-20T17:00', values: {} }),
  });
  draft = ((await made.json()) as { id: string }).id;
}, 60_000);
afterAll(async () => {
  await house.close();
  stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the server did not expect it prints: here it may expect nothing that it cannot answer. */
const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => printed.mockClear());

const nasty = fc.constantFrom(
  '',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '\0',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '9'.repeat(400),
  'а'.repeat(3_000),
  '\u202e\ufeff',
  '\ud800',
  '2026-02-30',
  '2026-13',
  '+123456-01-01T00:00',
  '[object Object]',
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }));
/** Names that our bodies and queries have, so that the values under them are reached. */
const names = fc.constantFrom(
  ...[
    'template',
    'urgent',
    'received',
    'values',
    'title',
    'kind',
    'query',
    'step',
    'state',
    'exit',
    'file',
    'base',
  ],
  ...[
    'text',
    'summary',
    'name',
    'id',
    'q',
    'limit',
    'from',
    'to',
    'month',
    'v',
    'function',
    'steps',
    'version',
  ],
  ...[
    'number',
    'page',
    'unit',
    'day',
    'people',
    '__proto__',
    'constructor',
    'toString',
    'channel',
    'way',
    'note',
  ],
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 8 }),
  ),
})).value;
const body = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(names, json, { maxKeys: 10 }).map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: text },
  fc.constantFrom(
    '{"a":'.repeat(9_000),
    '['.repeat(30_000),
    '{"__proto__":{"admin":true}}',
    '\u0000',
    '{}{}',
  ),
);
const type = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
);

function filled(path: string, params: readonly string[]): string {
  let next = 0;
  return path.replaceAll(/:\w+/g, () => {
    const value = params[next++ % params.length] ?? 'x';
    return value === 'DRAFT' ? draft : encodeURIComponent(value.slice(0, 500).toWellFormed());
  });
}

/** Sends a request and holds its answer to what every answer must be. */
async function expectAnswer({ method }: Route, target: string, init: RequestInit): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${target}`, {
    ...init,
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
  const said = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  // 503: another part answers no more, such as a forge; 500 would be something nobody thought of.
  expect([target, answer.status]).not.toEqual([target, 500]);
  if (answer.status < 400) return;
  const { error, message } = JSON.parse(said) as { error: string; message: string };
  expect(error).toMatch(/^[a-z-]+$/);
  expect(message).toMatch(/[а-яё].*[.!?]$/i);
  expect(said).not.toMatch(/node_modules|\.ts\b|\bat [A-Z]|Zod|SQLITE|ENOENT/);
  expect(said).not.toContain(folder);
}

describe('every route of the API', () => {
  it('answers whatever is asked of it, and never in surprise', async () => {
    for (const route of house.routes) {
      const writes = route.method === 'POST' || route.method === 'PATCH';
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(fc.constant('DRAFT'), text), { minLength: 2, maxLength: 2 }),
          fc.array(fc.tuple(names, text), { maxLength: 6 }),
          body,
          type,
          async (params, query, sent, contentType) => {
            const path = filled(route.path, params);
            // The draft the others are about must not go.
            if (route.method === 'DELETE' && path.includes(draft)) return;
            const search = new URLSearchParams(
              query.map(([name, value]) => [name, value.slice(0, 500).toWellFormed()]),
            );
            await expectAnswer(route, `${path}?${search}`, {
              ...(writes
                ? { body: sent, headers: contentType === '' ? {} : { 'Content-Type': contentType } }
                : {}),
            });
          },
        ),
        { numRuns: writes ? 60 : 25 },
      );
    }
    expect(printed.mock.calls).toEqual([]);
    expect(Object.getOwnPropertyNames({})).toEqual([]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    const ready = await fetch(`http://127.0.0.1:${port}/api/ready`);
    expect(ready.status).toBe(200);
  }, 120_000);
});

describe('what is no HTTP', () => {
  /** Sends bytes, gives what comes back until the server closes. */
  function raw(bytes: Uint8Array | string): Promise<string> {
    return new Promise((resolve) => {
      let said = '';
      const socket = connectSocket(port, '127.0.0.1', () => socket.end(bytes));
      socket.setTimeout(3_000, () => socket.destroy());
      socket.on('data', (chunk) => {
        said += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(said));
    });
  }

  it.each([
    [
      'two lengths',
      'POST /api/gaps HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!',
    ],
    [
      'a length and chunks',
      'POST /api/gaps HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/drafts HTTP/1.1\r\nHost: localhost\r\n\r\n',
    ],
    ['a folded header', 'GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n\r\n'],
    ['a space before the colon', 'GET /api/health HTTP/1.1\r\nHost : localhost\r\n\r\n'],
    ['no host', 'GET /api/health HTTP/1.1\r\n\r\n'],
    [
      'an endless header',
      `GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`,
    ],
    ['an endless address', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['bare line ends', 'GET /api/drafts HTTP/1.1\nHost: localhost\n\n'],
    ['an absolute address', 'GET http://evil.example/api/drafts HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['an old protocol', 'GET /api/drafts HTTP/0.9\r\n\r\n'],
    [
      'a chunk too long to be true',
      'POST /api/gaps HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n',
    ],
  ])('is refused: %s', async (_, bytes) => {
    const said = await raw(bytes);
    const statuses = [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
    expect(statuses.every((status) => status >= 400)).toBe(true);
    expect(statuses.length).toBeLessThanOrEqual(1);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  });

  it('is refused when it is noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        expect(await raw(bytes)).not.toMatch(/^HTTP\/1\.1 (?:2|5)/m);
      }),
      { numRuns: 40 },
    );
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  });
});
