import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { PartialContent } from '../content.ts';
import { baseAgency, baseFiles, page, writeFiles } from '../testing/content-folder.ts';
import { type Reading, readFolder } from './index.ts';

const pages = 30;
let base: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'ponyatno-cache-'));
  const many = Array.from({ length: pages }, (_, number) => {
    const faulty = number % 10 === 0;
    const body = faulty
      ? `## Заголовок\n\n{1 + ${number}} <Foreign />`
      : `До заголовка.\n\n## О сроке ${number}\n\nСрок — <Deadline term="firstReply" />, [сайт](https://example.ru).\n`;
    const front = {
      id: `q-${number}`,
      title: `Вопрос ${number}?`,
      function: 'requests',
      spoken: 'Ответ придёт в срок.',
    };
    return [`faq/requests/q-${number}.mdx`, page(number % 11 === 3 ? { ...front, spoken: 7 } : front, body)];
  });
  await writeFiles(base, { ...baseFiles, ...Object.fromEntries(many) });
  return () => rmSync(base, { recursive: true });
});

/** A copy of the base and an empty cache, for one test. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(base, join(folder, 'content'), { recursive: true });
  const cacheFolder = join(folder, 'cache');
  return {
    content: join(folder, 'content'),
    cacheFile: () => join(cacheFolder, readdirSync(cacheFolder)[0] ?? ''),
    anew: () => readFolder(join(folder, 'content')),
    remembered: () =>
      readFolder(join(folder, 'content'), { cache: { folder: cacheFolder, fewestPages: 20 } }),
  };
}

/** All that a reading says, places of values too. */
function said({ content, problems, locate }: Reading<PartialContent>) {
  return {
    pages: content.pages,
    problems,
    places: content.pages.map(({ file }) => [locate(file, ['title']), locate(file, ['spoken'])]),
  };
}

describe('the memory of pages that were read', () => {
  it('gives the same pages, faults and places as reading anew', async () => {
    const { anew, remembered, cacheFile } = place();
    const fresh = said(await anew());
    expect(fresh.problems.length).toBeGreaterThan(5);
    expect(said(await remembered())).toEqual(fresh);
    const written = readFileSync(cacheFile(), 'utf8');
    expect(written.split('\n')).toHaveLength(
      1 + [...(await anew()).files].filter((file) => file.endsWith('.mdx')).length,
    );
    expect(said(await remembered())).toEqual(fresh);
  });

  it('is really asked: what it says is taken', async () => {
    const { remembered, cacheFile } = place();
    await remembered();
    const [head = '', ...lines] = readFileSync(cacheFile(), 'utf8').split('\n');
    expect(head).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/);
    expect(lines.every((line) => /^[0-9a-f]{64} \{/.test(line))).toBe(true);
  });

  it('knows nothing of a page that was changed or moved, nor after the profile changed', async () => {
    const { content, anew, remembered } = place();
    await remembered();
    const file = join(content, 'faq/requests/q-1.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('О сроке 1', 'О другом сроке'));
    cpSync(join(content, 'faq/requests/q-2.mdx'), join(content, 'faq/requests/q-2-moved.mdx'));
    rmSync(join(content, 'faq/requests/q-2.mdx'));
    expect(said(await remembered())).toEqual(said(await anew()));
    const terms = { ...baseAgency.terms, firstReply: { ...baseAgency.terms.firstReply, clause: 'п. 9.9' } };
    await writeFiles(content, { 'agency.yml': { ...baseAgency, terms } });
    const reading = await remembered();
    expect(JSON.stringify(reading.content.pages)).toContain('п. 9.9');
    expect(said(reading)).toEqual(said(await anew()));
  });

  it.each<[string, (text: string) => string]>([
    ['a letter was changed', (text) => text.replace('О сроке 7', 'О сроке 8')],
    ['it was cut off', (text) => text.slice(0, text.length / 2)],
    ['it is empty', () => ''],
    ['another program wrote it', (text) => `${'0'.repeat(64)}${text.slice(64)}`],
    ['it is something else', () => 'null\n'],
  ])('counts for nothing when %s', async (_, spoil) => {
    const { anew, remembered, cacheFile } = place();
    await remembered();
    const good = readFileSync(cacheFile(), 'utf8');
    writeFileSync(cacheFile(), spoil(good));
    expect(said(await remembered())).toEqual(said(await anew()));
    expect(readFileSync(cacheFile(), 'utf8')).toBe(good);
  });

  it('is not needed: a cache folder that cannot be made hinders nobody', async () => {
    const { content, anew } = place();
    const reading = await readFolder(content, {
      cache: { folder: join(content, 'agency.yml'), fewestPages: 1 },
    });
    expect(said(reading)).toEqual(said(await anew()));
  });

  it('leaves nothing behind for a small base', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponyatno-cache-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await writeFiles(join(folder, 'content'), baseFiles);
    await readFolder(join(folder, 'content'), { cache: { folder: join(folder, 'cache') } });
    expect(readdirSync(folder)).toEqual(['content']);
  });
});

describe('pages of real agencies', () => {
  const folders = ['content', 'dagestan', 'labour-novosibirsk', 'property-novosibirsk', 'ulyanovsk'];
  it.each(folders)('hold nothing that the memory would lose: %s', async (name) => {
    const { content } = await readFolder(name === 'content' ? name : join('examples', name, 'content'));
    expect(content.pages.length).toBeGreaterThan(10);
    expect(JSON.parse(JSON.stringify(content.pages))).toEqual(content.pages);
  });
});
