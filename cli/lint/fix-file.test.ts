import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { maskMarkdown } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { FileLinter } from '#linting';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { readSource } from './files.ts';
import { fixFile, swaps, swapsAndRewrites } from './fix-file.ts';

const dictionary = openDictionary();
const glossary = [
  { term: 'скрипт', explanation: 'примерный сценарий: что сказать' },
  { term: 'МФЦ', expansion: 'многофункциональный центр' },
];

async function fix(name: string, text: string | Uint8Array, changes = swapsAndRewrites) {
  const folder = await contentFolder({ 'agency.yml': {} });
  const path = join(folder, name);
  await writeFile(path, text);
  const linter = new FileLinter(
    { dictionary, glossary, min: 'warning', profile: 'letter' },
    { content: folder },
  );
  const run = async () => {
    const file = await readSource(path, folder);
    return fixFile(file, linter, dictionary, changes);
  };
  return { folder, path, run, first: await run(), text: await readFile(path, 'utf8') };
}

describe('lint --fix', () => {
  it('replaces words in the body and in the front matter, and nothing else', async () => {
    const { text, first } = await fix(
      'page.mdx',
      `---\nid: a\ntitle: 'Подать посредством портала'\n---\n\n<Note>\n  Подайте **заявление** посредством\n  портала.\n</Note>\n`,
    );
    expect(text).toBe(
      `---\nid: a\ntitle: 'Подать с помощью портала'\n---\n\n<Note>\n  Подайте **заявление** с помощью\n  портала.\n</Note>\n`,
    );
    expect(first.changes).toEqual([
      '  3:16  «посредством портала» → «с помощью портала»  [officialese]',
      '  7:25  «посредством портала» → «с помощью портала»  [officialese]',
    ]);
  });

  it('does not put words into front matter that YAML would read otherwise', async () => {
    const source = '---\nid: a\ntitle: Что такое скрипт\n---\n\nСкрипт помогает.\n';
    const { text } = await fix('page.mdx', source);
    expect(parseDocument(text.split('---')[1] ?? '').get('title')).toBe('Что такое скрипт');
    expect(text).toContain('Скрипт (примерный сценарий: что сказать) помогает.');
  });

  it('swaps words and leaves rewriting to whoever asks for it', async () => {
    const source = 'Подайте посредством портала. Мы осуществляли проверку документов.\n';
    const careful = await fix('note.txt', source, swaps);
    expect(careful.text).toBe('Подайте с помощью портала. Мы осуществляли проверку документов.\n');
    expect(careful.first.rewritable).toBe(1);
    const bold = await fix('note.txt', source, swapsAndRewrites);
    expect(bold.text).toBe('Подайте с помощью портала. Мы проверяли документы.\n');
    expect(bold.first.rewritable).toBe(0);
  });

  it('leaves words alone between which markup stands', async () => {
    const source = 'Подайте заявление посредством **портала**.\n';
    expect((await fix('page.md', source)).text).toBe(source);
  });

  it('keeps the byte order mark, line ends and rights, and leaves no other file behind', async () => {
    const { folder, path, text, run } = await fix(
      'note.txt',
      '\uFEFFПодайте заявление посредством портала.\r\nДа.\r\n',
    );
    expect(text).toBe('\uFEFFПодайте заявление с помощью портала.\r\nДа.\r\n');
    expect(await readdir(folder)).toEqual(expect.not.arrayContaining([expect.stringMatching(/^\./)]));
    await writeFile(path, 'Подайте заявление посредством портала.');
    await chmod(path, 0o640);
    await run();
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('does not touch a file in another encoding', async () => {
    const bytes = Uint8Array.from([0xcf, 0xee, 0xe4, 0xe0, 0xe9]);
    await expect(fix('note.txt', bytes)).rejects.toThrow(
      'Файл «note.txt» не в кодировке UTF-8: похоже, это Windows-1251.',
    );
  });

  const words = fc.constantFrom(
    'Подайте заявление посредством портала.',
    'В связи с ремонтом 12 мая МФЦ закрыт.',
    'Скрипт: до 8 400 рублей.',
    'В целях проверки письма Иванова от 12.05.2026 № 318 осуществляется работа.',
    'Данное решение принято комиссией в количестве 5 человек.',
  );
  const wrap = fc.constantFrom(
    (text: string) => text,
    (text: string) => `## ${text}`,
    (text: string) => `* **${text}**\n* [${text}](/faq/a/b)`,
    (text: string) => `| ${text} | 5 |\n|---|---|\n| \`${text}\` | ${text} |`,
    (text: string) => `<Note>\n${text}\n</Note>`,
    (text: string) => `<Quote act="a" clause="п. 1">${text}</Quote>`,
    (text: string) => `> ${text}`,
    (text: string) => `1. ${text}\n   <Value path="line.phone" /> ((имя)) ${text}`,
  );
  const block = fc.tuple(wrap, words).map(([around, text]) => around(text));
  const quote = fc.constantFrom(
    (text: string) => JSON.stringify(text),
    (text: string) => `'${text}'`,
    (text: string) => `>-\n  ${text}`,
  );
  const pages = fc
    .tuple(quote, words, fc.array(block, { minLength: 1, maxLength: 5 }))
    .map(([quoted, spoken, body]) => `---\nid: a\nspoken: ${quoted(spoken)}\n---\n\n${body.join('\n\n')}\n`);
  const unseen = (source: string) =>
    [...maskMarkdown(source)].map((sign, index) => (sign.trim() === '' ? source[index] : '')).join('');
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).toSorted();

  it('is idempotent on any page: markup stays, front matter stays valid, no number is lost', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (source) => {
        const { run, text } = await fix('page.mdx', source);
        expect((await run()).changes).toEqual([]);
        expect(numbers(text)).toEqual(expect.arrayContaining(numbers(source)));
        const [, before = '', bodyBefore = ''] = source.split(/^---$/m);
        const [, after = '', bodyAfter = ''] = text.split(/^---$/m);
        const yaml = parseDocument(after);
        expect(yaml.errors).toEqual([]);
        expect(Object.keys(yaml.toJS())).toEqual(Object.keys(parseDocument(before).toJS()));
        const bare = (body: string) => unseen(body).replace(/\s+/g, '');
        expect(bare(bodyAfter)).toBe(bare(bodyBefore));
      }),
      { numRuns: 40 },
    );
  });
});
