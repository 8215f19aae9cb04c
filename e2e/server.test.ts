import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from './support/app.ts';

const root = resolve(import.meta.dirname, '..');
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const get = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, init);

/** A request with headers that `fetch` does not let one set. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(app.url);
    const call = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    call.on('error', fail);
    call.end(body);
  });
}

/** Runs `ponyatno serve` to its end. */
async function serve(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, 'cli/ponyatno.js'), 'serve'], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const [code] = await once(child, 'exit');
  return { code, output };
}

describe('the one process', () => {
  it('is alive and ready, and says what it has asked', async () => {
    expect(await (await get('/api/health')).json()).toEqual({ alive: true });
    const ready = await get('/api/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      parts: { pages: 'ok', search: 'ok', storage: 'ok' },
      degraded: [],
    });
  });

  it('KB-2: answers searches with the hits of the contract', async () => {
    const { hits } = await (
      await get(`/api/search?q=${encodeURIComponent('сколько ждать ответа')}&limit=3`)
    ).json();
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits[0]).toMatchObject({
      page: expect.any(String),
      title: expect.any(String),
      url: expect.stringMatching(/^\//),
      excerpt: expect.any(String),
      score: expect.any(Number),
    });
  });

  it('answers a letter pasted by mistake, and refuses a bad limit, in Russian', async () => {
    expect((await get(`/api/search?q=${encodeURIComponent('срок ответа '.repeat(100))}`)).status).toBe(200);
    for (const query of ['q=а&limit=0', 'q=а&limit=101', 'q=а&limit=все']) {
      const answer = await get(`/api/search?${query}`);
      expect(answer.status).toBe(400);
      expect((await answer.json()).message).toMatch(/[а-яё]/);
    }
  });

  it('RF-1: says which units owe the check of this month', async () => {
    const answer = await get('/api/refresh');
    expect([200, 503]).toContain(answer.status);
    const body = await answer.json();
    if (answer.ok)
      expect(body.units[0]).toMatchObject({ unit: expect.any(String), state: expect.any(String) });
    else expect(body.message).toMatch(/[а-яё]/);
  });

  it.each(['dictionary', 'tagger'])(
    'sends the %s compressed, once and for ever by its version',
    async (name) => {
      const { [name]: address } = await (await get('/api/language')).json();
      const brotli = await raw(address, { 'Accept-Encoding': 'br', Host: new URL(app.url).host });
      expect(brotli.headers).toMatchObject({
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
      expect(Number(brotli.headers['content-length'])).toBeLessThan(800_000);
      const gzip = await raw(address, { Host: new URL(app.url).host });
      expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' });
      expect((await get(`/api/${name}?v=old`)).status).toBe(404);
    },
  );

  it('sends scripts compressed, and keeps them for ever by their names', async () => {
    const html = await (await get('/drafts')).text();
    const script = /src="(\/_astro\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const answer = await raw(script, { Host: new URL(app.url).host, 'Accept-Encoding': 'br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('sends the same security headers with everything', async () => {
    for (const path of ['/', '/drafts', '/api/health', '/api/nothing', '/nothing', '/theme.js']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('permissions-policy'), path).toContain('camera=()');
    }
  });

  it('keeps nothing inline on the pages of drafts', async () => {
    for (const path of ['/drafts', '/drafts/new', '/drafts/new?template=first-reply-general']) {
      const html = await (await get(path)).text();
      expect(html, path).not.toMatch(/<style[\s>]/);
      expect(html, path).not.toMatch(/ style="/);
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
      expect(html, path).not.toMatch(/ on[a-z]+="/);
    }
  });

  it('answers an unknown address with 404 and a known one called wrongly with 405', async () => {
    expect((await get('/nothing-here')).status).toBe(404);
    expect(await (await get('/nothing-here')).text()).toContain('Такой страницы нет');
    const unknown = await get('/api/nothing');
    expect([unknown.status, (await unknown.json()).error]).toEqual([404, 'not-found']);
    const wrong = await get('/api/health', { method: 'POST' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'HEAD, GET']);
    expect((await get('/drafts', { method: 'DELETE' })).status).toBe(405);
    expect((await get('/api/health', { method: 'HEAD' })).status).toBe(200);
  });

  it('does not answer under a foreign name, as DNS rebinding would ask', async () => {
    expect((await raw('/api/drafts', { Host: 'evil.example' })).status).toBe(421);
  });

  it.each([
    ['another page', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no page', { origin: 'null' }],
    ['a cross-site request without origin', { 'sec-fetch-site': 'cross-site' }],
  ])('changes nothing for %s, be it JSON or a form', async (_, headers) => {
    const host = new URL(app.url).host;
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await raw('/api/drafts', { Host: host, 'Content-Type': type, ...headers }, 'POST', '{}');
      expect([answer.status, JSON.parse(answer.body).error]).toEqual([403, 'foreign-origin']);
    }
    expect((await (await get('/api/drafts')).json()).drafts).toEqual([]);
  });

  it.each(['https://evil.example', 'null'])('opens no socket for a page of %s', async (origin) => {
    const status = await new Promise((done) => {
      const { hostname, port, host } = new URL(app.url);
      const call = request({
        hostname,
        port,
        path: '/collaboration',
        headers: {
          Host: host,
          Origin: origin,
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
      });
      call.on('response', (response) => done(response.statusCode));
      call.on('upgrade', (_response, socket) => {
        socket.destroy();
        done('upgraded');
      });
      call.end();
    });
    expect(status).toBe(403);
  });

  it('refuses bodies that are too large, of another type, or no JSON, with a sentence and no stack', async () => {
    const post = (body: string, type = 'application/json') =>
      get('/api/drafts', { method: 'POST', body, headers: { 'Content-Type': type } });
    const answers = [
      await post('x'.repeat(100_000)),
      await post('{}', 'text/plain'),
      await post('{'),
      await post('[]'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([413, 415, 400, 400]);
    for (const answer of answers) {
      const body = await answer.json();
      expect(body.message).toMatch(/[а-яё]/);
      expect(JSON.stringify(body)).not.toContain('at ');
    }
    expect((await get('/drafts', { method: 'POST', body: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it.each(['/%00', '/%c0%ae%c0%ae/etc/passwd', '//evil.example/', '/..%2f..%2fetc/passwd', '/%'])(
    'gives no file away for %s',
    async (path) => {
      const answer = await raw(path, { Host: new URL(app.url).host });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toContain('root:');
    },
  );

  it('makes, names, shows and deletes a draft', async () => {
    const json = { 'Content-Type': 'application/json' };
    const input = {
      template: 'first-reply-general',
      urgent: false,
      received: '2026-11-20T17:00',
      values: {},
    };
    const made = await get('/api/drafts', { method: 'POST', headers: json, body: JSON.stringify(input) });
    expect(made.status).toBe(201);
    const { id, url } = await made.json();
    expect(url).toBe(`/drafts/${id}`);
    const renamed = await get(`/api/drafts/${id}`, {
      method: 'PATCH',
      headers: json,
      body: '{"title":"Ответ Анне"}',
    });
    expect(renamed.status).toBe(200);
    expect(await (await get(`/api/drafts/${id}`)).json()).toMatchObject({
      title: 'Ответ Анне',
      deadline: { due: 'пн 23\u00a0ноября, 17:00', clause: 'п. 4.8' },
    });
    expect((await get(url)).status).toBe(200);
    expect((await get(`/api/drafts/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await get(`/api/drafts/${id}`)).status).toBe(404);
    expect((await get(url)).status).toBe(404);
    expect((await get(`/api/drafts/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('says that it cannot write into what is no folder', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ponyatno-file-')), 'file');
    await writeFile(file, '');
    const { code, output } = await serve({ PONYATNO_DATA: file, PONYATNO_PORT: '1' });
    expect(code).toBe(2);
    expect(output).toContain(`В папку данных ${file} нельзя писать`);
    expect(output).not.toContain('node:fs');
  });

  it('lets no second server write into the same data', async () => {
    const { code, output } = await serve({ PONYATNO_DATA: app.dataFolder, PONYATNO_PORT: '1' });
    expect(code).toBe(2);
    expect(output).toContain('уже работает другой сервер');
  });
});

describe('ponyatno serve', () => {
  it('KB-1: refuses a public address while there are no accounts', async () => {
    const { code, output } = await serve({ PONYATNO_HOST: '0.0.0.0' });
    expect(code).toBe(2);
    expect(output).toContain('учётных записей в системе нет');
    expect(output).not.toContain('at ');
  });

  it('names the port that is taken, and the way out', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ponyatno-taken-'));
    const { code, output } = await serve({ PONYATNO_DATA: data, PONYATNO_PORT: new URL(app.url).port });
    await rm(data, { recursive: true, force: true });
    expect(code).toBe(2);
    expect(output).toContain('занят другой программой');
  });

  it('names a content folder that is not there', async () => {
    const { code, output } = await serve({ PONYATNO_CONTENT: join(root, 'no-such-content') });
    expect(code).toBe(2);
    expect(output).toContain('Папки с содержанием нет');
  });

  it('says where it listens, and ends cleanly when told to', async () => {
    const other = await startApp();
    expect(other.output()).toContain(`Понятно работает: ${other.url}`);
    expect(other.output()).toContain('слушает только этот компьютер');
    await other.stop();
    expect(other.output()).toContain('Сервер остановлен, черновики записаны.');
  });
});
