import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anonymous, type Identity, peersOf, type Role } from '#identity';
import type { Pages } from '../pages.ts';
import { addressOf } from './address.ts';
import { createApplication, type Gates } from './application.ts';
import { auditRefusals } from './refusals.ts';
import { createApi } from './router.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** The gates over pages that only say which path they were asked for. */
async function gates(identity: Identity, front: Pick<Gates, 'https' | 'names' | 'isPeer'> = {}) {
  const served: string[] = [];
  const noted: object[] = [];
  const pages: Pages = {
    check: async () => undefined,
    async answer(request, response) {
      served.push(request.url ?? '');
      response.end('page');
    },
    sendNotFound: (response) => {
      response.statusCode = 404;
      response.end('no such page');
    },
    sendForbidden: (response) => {
      response.statusCode = 403;
      response.end('no right');
    },
  };
  const refused = auditRefusals({ note: (event) => noted.push(event) });
  const api = createApi(
    [
      {
        method: 'GET',
        path: '/api/secret',
        access: 'audit.read',
        handle: ({ response }) => void response.end('{}'),
      },
    ],
    refused,
  );
  const server = createServer(createApplication(api, pages, {}, async () => identity, { refused, ...front }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      call.on('error', reject);
      call.end();
    });
  return { ask, served, noted };
}

const known = (...roles: Role[]): Identity => ({
  person: { id: 'p1', name: 'Анна', roles, units: [] },
  session: 's1',
});

describe('the gates of pages', () => {
  it('leads somebody we do not know to sign in, whether the page exists or not', async () => {
    const { ask, served } = await gates(anonymous);
    for (const path of ['/drafts', '/faq/requests/first', '/none', '/forbidden', '/drafts/%2e%2e/x']) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(303);
      expect(answer.headers.location).toMatch(/^\/sign-in(?:\?next=%2F[\w%-]+)?$/);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect((await ask('/drafts/new?template=a')).headers.location).toBe(
      '/sign-in?next=%2Fdrafts%2Fnew%3Ftemplate%3Da',
    );
    expect((await ask('/')).headers.location).toBe('/sign-in');
    expect((await ask('/drafts', 'HEAD')).status).toBe(303);
    expect(served).toEqual([]);
  });

  it('tells a script in JSON, and hints at nothing', async () => {
    const { ask, served } = await gates(anonymous);
    const answers = await Promise.all(
      ['/call/data.json', '/none.json', '/call-worker.js', '/api/secret', '/api/none'].map((path) =>
        ask(path),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(served).toEqual([]);
    expect((await ask('/_astro/x.js')).status).toBe(200);
  });

  it('gives a person what his or her role is for, and takes refusals down once, without the query', async () => {
    const { ask, served, noted } = await gates(known('reader'));
    expect((await ask('/functions/a')).status).toBe(200);
    expect(await ask('/drafts/secret-id?q=words')).toMatchObject({ status: 403, body: 'no right' });
    expect((await ask('/drafts/other-id')).status).toBe(403);
    expect((await ask('/call/data.json')).status).toBe(403);
    expect((await ask('/api/secret?token=x')).status).toBe(403);
    expect((await ask('/none')).status).toBe(404);
    expect(served).toEqual(['/functions/a']);
    expect(noted).toMatchObject([
      {
        kind: 'refused',
        person: { id: 'p1', name: 'Анна' },
        session: 's1',
        detail: 'letter.read /drafts/:id',
      },
      { detail: 'call.take /call/data.json' },
      { detail: 'audit.read GET /api/secret' },
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/secret-id|words|token/);
  });

  it.each([
    [[], '127.0.0.1'],
    [['127.0.0.1'], '203.0.113.9'],
    [['127.0.0.1', '203.0.113.0/24'], '198.51.100.1'],
    [['10.0.0.0/8'], '127.0.0.1'],
  ])('with the proxies %j takes down the address %s of a forwarded request', async (peers, address) => {
    const { ask, noted } = await gates(known('reader'), { isPeer: peersOf(peers) });
    await ask('/drafts', 'GET', {
      'X-Forwarded-For': '198.51.100.1, 203.0.113.9',
      Forwarded: 'for=192.0.2.1',
      'X-Real-IP': '192.0.2.2',
    });
    expect(noted).toMatchObject([{ kind: 'refused', address }]);
  });

  it.each([
    '/drafts%2Fnew',
    '/drafts/%6eew',
    '/%64rafts',
    '/%2564rafts',
    '/functions/../drafts',
    '/functions/%2e%2e/drafts',
    '/functions/..%2fdrafts',
    '/functions/..;/drafts',
    '/functions;/drafts',
    '/functions//drafts',
    '/functions/./drafts',
    '/functions\\..\\drafts',
    '/drafts/x%00',
    '/api/../drafts',
    '/DRAFTS',
    '/Drafts/',
    '/drafts./',
    '/functions/а',
    '/functions/x%0d%0aSet-Cookie:a',
  ])('serves nothing for %j to anybody', async (path) => {
    for (const identity of [known('reader'), known('writer'), anonymous]) {
      const { ask, served } = await gates(identity);
      const { status, headers } = await ask(encodeURI(path).replaceAll('%25', '%'));
      expect([303, 400, 401, 404]).toContain(status);
      expect(headers['set-cookie']).toBeUndefined();
      expect(served).toEqual([]);
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
    'takes no %s for a page',
    async (method) => {
      const { ask, served } = await gates(known('writer'));
      expect((await ask('/drafts', method)).status).toBe(405);
      expect(served).toEqual([]);
    },
  );

  it('takes one slash at the end for the same page', async () => {
    const { ask, served } = await gates(known('reader'));
    expect((await ask('/drafts/')).status).toBe(403);
    expect((await ask('/functions/')).status).toBe(200);
    expect((await ask('/functions/?a=/../drafts')).status).toBe(200);
    expect(served).toHaveLength(2);
  });

  it('goes by a path that is one and the same for the rule, for the disk and for Astro', () => {
    const part = fc.constantFrom(
      'drafts',
      'functions',
      '..',
      '.',
      '%2e',
      '%2F',
      '%5c',
      '',
      ';',
      'a b',
      'ё',
      '%',
      '\\',
      '%25',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const target = `/${parts.join('/')}`;
        let page: string | undefined;
        try {
          ({ page } = addressOf(target));
        } catch {
          return;
        }
        if (page === undefined) return;
        expect(decodeURIComponent(page)).toBe(page);
        expect(new URL(target, 'http://x').pathname.replace(/(.)\/$/, '$1')).toBe(page);
        expect(new URL(page, 'http://x').pathname).toBe(page);
      }),
    );
  });
});

describe('the names and the safety of the way', () => {
  it('a browser that came by TLS once never comes without it again; without TLS nothing is said of it', async () => {
    const safe = await gates(anonymous, { https: true });
    for (const path of ['/sign-in', '/drafts', '/api/none', '/api/secret'])
      expect((await safe.ask(path)).headers['strict-transport-security']).toBe('max-age=31536000');
    const wrong = await safe.ask('/', 'GET', { Host: 'evil.ru' });
    expect([wrong.status, wrong.headers['strict-transport-security']]).toEqual([421, 'max-age=31536000']);
    const plain = await gates(anonymous);
    expect((await plain.ask('/sign-in')).headers).not.toHaveProperty('strict-transport-security');
  });

  it('answers to the names the administrator gave, and to no other', async () => {
    const { ask, served } = await gates(known('reader'), { names: ['faq.example.ru'] });
    expect((await ask('/functions', 'GET', { Host: 'faq.example.ru' })).status).toBe(200);
    served.length = 0;
    for (const Host of ['evil.ru', 'faq.example.ru.evil.ru', 'faq.example.ru@evil.ru'])
      expect((await ask('/functions', 'GET', { Host })).status, Host).toBe(421);
    expect(served).toEqual([]);
  });
});
