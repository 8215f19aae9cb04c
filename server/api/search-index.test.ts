import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atThisComputer } from '#identity';
import { buildIndexFrom, indexFileOf, openIndex, type PageSource, search, writeIndexFile } from '#search';
import { createApi } from '../http/router.ts';
import { searchIndexResource } from './search-index.ts';

const marker = 'зюзюблик';
const dictionary = openDictionary();
const pageOf = (id: string, audience: 'staff' | 'public', words: string): PageSource => ({
  id,
  url: `/faq/test/${id}`,
  kind: 'faq',
  function: `function-${words}`,
  audience,
  title: `Заголовок ${words}`,
  spoken: `Вслух ${words}`,
  queries: [`вопрос ${words}`],
  keywords: [words],
  context: [`раздел ${words}`],
  checked: '',
  passages: [{ heading: `Глава ${words}`, anchor: words, text: `Текст про ${words} и номер 777-${words}.` }],
});

let folder = '';
let server: Server;
let url = '';
let audience: 'staff' | 'public' = 'public';
let renew: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-index-'));
  const pages = [pageOf('open', 'public', 'приём'), pageOf('secret', 'staff', marker)];
  for (const each of ['staff', 'public'] as const)
    writeIndexFile(
      indexFileOf(folder, each),
      buildIndexFrom({ pages, synonyms: [] }, dictionary, { audience: each }),
    );
  const resource = searchIndexResource(folder, '/api/dictionary?v=1', () => audience);
  renew = resource.renew;
  const api = createApi(resource.routes);
  server = createServer((request, response) => {
    api(request, response, new URL(request.url ?? '/', 'http://localhost'), atThisComputer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const manifest = async () =>
  (await fetch(`${url}/api/search/index`)).json() as Promise<Record<string, string>>;

/** Whether bytes hold the marker, whole or by its letters, in any encoding that strings have in memory or in files. */
function holds(bytes: Uint8Array, text: string): boolean {
  const buffer = Buffer.from(bytes);
  return (['utf8', 'utf16le'] as const).some((encoding) => {
    const low = Buffer.from(text, encoding);
    const high = Buffer.from(text.charAt(0).toUpperCase() + text.slice(1), encoding);
    return buffer.includes(low) || buffer.includes(high);
  });
}

describe('the index for browsers', () => {
  it('KB-1: has for the public no word of a page for staff, on disk and on the wire', async () => {
    audience = 'public';
    const { index = '' } = await manifest();
    const response = await fetch(url + index);
    const body = new Uint8Array(await response.arrayBuffer());
    for (const bytes of [body, readFileSync(indexFileOf(folder, 'public'))]) {
      expect(holds(bytes, 'приём')).toBe(true);
      expect(holds(bytes, marker)).toBe(false);
      expect(holds(bytes, 'secret')).toBe(false);
    }
    // The test sees what it looks for.
    expect(holds(readFileSync(indexFileOf(folder, 'staff')), marker)).toBe(true);
  });

  it('KB-1: is refused to the public when it is the one for staff', async () => {
    audience = 'staff';
    const { index: forStaff = '' } = await manifest();
    expect((await fetch(url + forStaff)).status).toBe(200);
    audience = 'public';
    expect((await fetch(url + forStaff)).status).toBe(404);
  });

  it('is kept for ever under its version, by the person alone', async () => {
    audience = 'staff';
    const { index = '', dictionary: words } = await manifest();
    expect(words).toBe('/api/dictionary?v=1');
    const response = await fetch(url + index);
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const opened = openIndex(new Uint8Array(await response.arrayBuffer()), dictionary);
    expect(search(opened, marker, { audience: 'staff' }).hits[0]?.page).toBe('secret');
    expect((await fetch(`${url}/api/search/index`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('is of another version after a publication', async () => {
    audience = 'public';
    const { index: before = '' } = await manifest();
    const pages = [pageOf('open', 'public', 'справка')];
    writeIndexFile(
      indexFileOf(folder, 'public'),
      buildIndexFrom({ pages, synonyms: [] }, dictionary, { audience }),
    );
    expect((await manifest()).index).toBe(before);
    renew();
    expect((await manifest()).index).not.toBe(before);
    expect((await fetch(url + before)).status).toBe(404);
  });
});
