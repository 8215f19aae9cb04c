import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { openDictionary } from '@ponyatno/russian/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { anonymous } from '#identity';
import { type Content, isPublished, readContent } from '#knowledge';
import { openIndex, search, searchRecords } from '#search';
import { createHouse, type House } from '../house.ts';
import { unlimited } from '../http/limits.ts';
import { pageRules } from '../http/page-rules.ts';
import type { Pages } from '../pages.ts';
import { ensurePublicSite, type PublicSite } from '../site/public-build.ts';
import { ratingPath } from './rating.ts';
import { openAnonymousSite } from './site.ts';

const root = resolve(import.meta.dirname, '../..');
/** A word of no page, and the same as a name of a file. */
const marker = 'бармаглот';
const named = 'barmaglot';
const planted = new RegExp(`${marker}|${named}`, 'iu');

let folder: string;
let source: Content;
let site: PublicSite;
let house: House;
let url: string;
let stop: () => void = () => undefined;
const said: string[] = [];
const logged = (['error', 'warn', 'log'] as const).map((level) =>
  vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
    said.push(parts.map(String).join(' '));
  }),
);

/** Every string of a value that is prose, with the marker; names, dates and addresses stay valid. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return /\p{Script=Cyrillic}/u.test(value) ? `${value} ${marker}` : value;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}

type Fields = Record<string, unknown>;
const commented = (yaml: unknown) => `# ${marker}\n${stringify(yaml)}`;

/** The whole base of this repository, with the marker in all that is the staff's. */
async function plant(content: Content): Promise<void> {
  const change = async (file: string, edit: (value: never) => unknown) => {
    const path = join(content.folder, file);
    await writeFile(path, commented(edit(parse(await readFile(path, 'utf8')) as never)));
  };
  for (const page of content.pages) {
    const path = join(content.folder, page.file);
    const [, front = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(path, 'utf8')) ?? [];
    const fields = parse(front) as Fields;
    const open: boolean = isPublished(page, content);
    const added: Fields = open
      ? {
          missing: [`Не знаем: ${marker}`],
          lint: [{ ignore: 'passive', reason: `Так надо: ${marker}` }],
          ...(page.kind === 'regulation' ? { defects: [`Опечатка: ${marker}`] } : {}),
          ...(page.kind === 'function' ? { urgentSigns: [`Признак: ${marker}`] } : {}),
        }
      : (marked(fields) as Fields);
    const spoken =
      open || page.kind === 'script'
        ? ''
        : `\n<Note>\n${marker}\n</Note>\n\n${marker}, <Term id="sms">${marker}</Term>.\n`;
    await writeFile(path, `---\n# ${marker}\n${stringify({ ...fields, ...added })}---\n${body}${spoken}`);
    if (page.kind === 'faq' && !open) await rename(path, path.replace(/([^/]+)\.mdx$/, `${named}-$1.mdx`));
  }
  await change('units.yml', (units) => marked(units));
  await change('synonyms.yml', (groups: string[][]) => [
    ...groups,
    [marker, 'ответ на письмо'],
    [`${marker} один`, 'срок'],
  ]);
  await change('glossary.yml', (entries: Fields[]) =>
    entries.map((entry) => (entry.audience === 'public' ? entry : (marked(entry) as Fields))),
  );
  await change('agency.yml', (agency: Fields) => ({
    ...agency,
    ...Object.fromEntries(
      ['controller', 'counting', 'calls', 'statutory', 'abuseWording'].map((key) => [
        key,
        marked(agency[key]),
      ]),
    ),
    address: { missing: `Не дали: ${marker}` },
    officeHours: { missing: `Не дали: ${marker}` },
  }));
  await writeFile(join(content.folder, 'README.md'), marker);
}

/** Who is not known must never be let through to the staff's pages: what they would say is the marker. */
const pages: Pages = {
  check: async () => undefined,
  async answer(request, response) {
    const asset = /^\/(?:_astro\/|favicon\.svg|theme\.js|sign-in|account)/.test(request.url ?? '');
    response.writeHead(404).end(asset ? '' : marker);
  },
  sendNotFound: (response) => response.writeHead(404).end(marker),
  sendForbidden: (response) => response.writeHead(403).end(marker),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ponyatno-markers-'));
  const contentFolder = join(folder, `${named}-content`);
  await cp(join(root, 'content'), contentFolder, { recursive: true });
  await plant((await readContent(contentFolder)).content);
  source = (await readContent(contentFolder)).content;
  site = await ensurePublicSite(root, contentFolder, (line) => said.push(line), {
    address: 'https://faq.example.ru',
    ratings: ratingPath,
  });
  const dataFolder = join(folder, 'data');
  const configuration = {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    contentFolder,
    accounts: { url: 'http://127.0.0.1', required: true },
  };
  const anonymousSite = await openAnonymousSite(site, dataFolder, (line) => said.push(line), unlimited);
  house = createHouse(
    source,
    pages,
    configuration,
    (line) => said.push(line),
    { resolveIdentity: async () => anonymous, onRevoked: () => () => undefined },
    { anonymousSite, limits: unlimited },
  );
  await Promise.all([house.searchReady, anonymousSite.ready]);
  const server = createServer(house.application).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
}, 240_000);

afterAll(async () => {
  await house?.close();
  stop();
  for (const spy of logged) spy.mockRestore();
  if (site) await rm(resolve(site.files, '..'), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

async function filesOf(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The marker as two bytes a letter, as an index could keep it. */
const inTwoBytes = [marker, marker.toUpperCase(), named].map((word) => Buffer.from(word, 'utf16le'));

/** Bytes as text; what stands in them in two bytes a letter is added. */
function texts(file: string, bytes: Buffer): string {
  const plain = file.endsWith('.br')
    ? brotliDecompressSync(bytes)
    : file.endsWith('.gz')
      ? gunzipSync(bytes)
      : bytes;
  return plain.toString('utf8') + (inTwoBytes.some((word) => plain.includes(word)) ? marker : '');
}

/** Ids of staff pages and units that are no part of what is public, and no word of the program. */
function secretIds(): string[] {
  const open = source.pages
    .filter((page) => isPublished(page, source))
    .map(({ id, url: at }) => `${id} ${at}`);
  return [
    ...source.pages.filter((page) => !isPublished(page, source)).map(({ id }) => id),
    ...source.units.map(({ id }) => id),
  ].filter((id) => id.includes('-') && !open.some((text) => text.includes(id)));
}

describe('what everybody can get', () => {
  it('KB-1: is planted everywhere the staff write', async () => {
    const files = await filesOf(source.folder);
    const with_ = await Promise.all(files.map(async (file) => planted.test(await readFile(file, 'utf8'))));
    expect(with_.filter(Boolean).length).toBeGreaterThan(280);
    expect(source.pages.filter((page) => !isPublished(page, source)).length).toBeGreaterThan(100);
    expect(source.pages.filter((page) => isPublished(page, source)).length).toBeGreaterThan(120);
    expect(secretIds().length).toBeGreaterThan(80);
  });

  it('KB-1: is the public build, and not one byte of it is the staff’s', async () => {
    const files = await filesOf(site.files);
    expect(files.length).toBeGreaterThan(130);
    const ids = secretIds();
    for (const file of files) {
      const name = relative(site.files, file);
      const text = texts(file, await readFile(file));
      expect(planted.test(name) || planted.test(text), name).toBe(false);
      if (/\.(?:html|xml|txt|json)$/.test(name))
        expect(
          ids.filter((id) => text.includes(id)),
          name,
        ).toEqual([]);
      expect(text.includes(folder), name).toBe(false);
    }
    const names = files.map((file) => relative(site.files, file));
    expect(names).toContain('404.html');
    expect(names).toContain('sitemap.xml');
    expect(
      names.filter((name) =>
        /\.map$|^(?:drafts|call|propose|refresh|templates|scripts|coverage|rules)/.test(name),
      ),
    ).toEqual([]);
  });

  it('KB-1: has an index that knows no word of the staff, and guesses none', async () => {
    const manifest = JSON.parse(await readFile(join(site.files, 'search/index.json'), 'utf8')) as {
      index: string;
    };
    const index = openIndex(await readFile(join(site.files, manifest.index)), openDictionary());
    expect(planted.test(JSON.stringify([...searchRecords(index)]))).toBe(false);
    for (const query of ['бармаглот', 'бармаглод', 'бармагл', 'fhvfukjn', 'бармаглота срок']) {
      const answer = search(index, query, { audience: 'staff', limit: 20, facets: true });
      expect(planted.test(JSON.stringify(answer).replaceAll(query, '')), query).toBe(false);
      expect(answer.facets?.audience.staff ?? 0).toBe(0);
    }
  });

  it('KB-1: is all that a running server says to who has not signed in', async () => {
    const staff = source.pages.filter((page) => !isPublished(page, source));
    const targets = [
      ...house.routes.map(({ path }) => path.replaceAll(/:\w+/g, staff[0]?.id ?? 'x')),
      ...pageRules.map(({ path }) => path.replace('*', 'x').replaceAll(/:\w+/g, 'x')),
      ...staff
        .slice(0, 60)
        .flatMap((page) => [page.url, `${page.url}/`, `${page.url}.html`, `/${page.file}`]),
      ...['бармаглот', 'бармаглод', 'бармагл', 'срок', ''].map(
        (query) => `/api/search?facets=1&limit=100&q=${encodeURIComponent(query)}`,
      ),
      '/api/search?audience=staff&q=%D0%B4%D0%BE%D0%BB%D0%B6%D0%BD%D0%BE%D1%81%D1%82%D0%BD%D0%B0%D1%8F&limit=100&kind=job',
      '/api/search?q=a&limit=-1',
      '/api/search/index',
      '/api/search/index/0',
      '/api/public/dictionary',
      '/sitemap.xml',
      '/robots.txt',
      '/',
      '/404',
      '/404.html',
      '/500',
      '/nowhere',
      '/%',
      '/%00',
      '/..%2f..%2fcontent%2fagency.yml',
      '/../content/agency.yml',
      '/content/agency.yml',
      '/complete',
      '/search/index.json',
      '/call-worker.js',
      '/call/data.json',
      '/.astro/x',
      '/_astro/',
    ];
    const ids = secretIds();
    for (const target of new Set(targets))
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'PATCH']) {
        const body = method === 'POST' || method === 'PATCH' ? { body: JSON.stringify({ query: 'x' }) } : {};
        const answer = await fetch(url + target, {
          method,
          redirect: 'manual',
          headers: { 'Content-Type': 'application/json' },
          ...body,
        });
        // The address that was asked for may come back in `next`: who asked knows it.
        const headers = [...answer.headers].filter(([name]) => name !== 'location');
        const text = `${JSON.stringify(headers)}\n${texts('', Buffer.from(await answer.arrayBuffer()))}`;
        expect(planted.test(text.replaceAll('бармаглод', '')), `${method} ${target}: ${answer.status}`).toBe(
          false,
        );
        if (!/javascript|octet/.test(answer.headers.get('content-type') ?? ''))
          expect(
            ids.filter((id) => text.includes(id)),
            `${method} ${target}`,
          ).toEqual([]);
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(answer.headers.get('location') ?? '').toMatch(/^(?:\/sign-in(?:\?|$)|\/thanks$|$)/);
      }
  }, 60_000);

  it('KB-1: answers questions from public pages, and finds them', async () => {
    const answer = (await (
      await fetch(`${url}/api/search?q=${encodeURIComponent('сколько ждать ответа')}&limit=50&facets=1`)
    ).json()) as {
      hits: { page: string }[];
      facets: { audience: Record<string, number> };
    };
    expect(answer.hits[0]?.page).toBe('reply-deadline');
    expect(answer.facets.audience).toEqual({ public: expect.any(Number) });
    for (const { page } of answer.hits) expect(isPublished(source.page(page), source)).toBe(true);
    const manifest = (await (await fetch(`${url}/api/search/index`)).json()) as {
      index: string;
      dictionary: string;
    };
    expect((await fetch(url + manifest.index)).status).toBe(200);
    expect((await fetch(url + manifest.dictionary)).status).toBe(200);
    expect((await fetch(`${url}/faq/messages/reply-deadline`)).status).toBe(200);
    expect((await fetch(`${url}/functions`, { redirect: 'manual' })).status).toBe(200);
  });

  it('takes a rating as a form without script, from our own pages only, and keeps nothing of the person', async () => {
    const rate = (body: string, headers: Record<string, string> = {}) =>
      fetch(url + ratingPath, {
        method: 'POST',
        redirect: 'manual',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      });
    const taken = await rate('page=reply-deadline&helped=yes');
    expect([taken.status, taken.headers.get('location'), taken.headers.get('set-cookie')]).toEqual([
      303,
      '/thanks',
      null,
    ]);
    expect((await fetch(`${url}/thanks`)).status).toBe(200);
    expect((await rate('page=reply-deadline&helped=yes', { Origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await rate('page=caller-swears&helped=yes')).status).toBe(400);
    expect((await rate('page=reply-deadline&helped=yes&text=привет')).status).toBe(400);
    expect((await rate(`page=${'x'.repeat(5_000)}&helped=yes`)).status).toBe(413);
  });

  it('KB-1: leaves nothing of the staff in what the server says of itself', () => {
    expect(said.filter((line) => planted.test(line.replaceAll(folder, '')))).toEqual([]);
  });
});
