import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { runLint } from './testing/run.ts';

const site = 'https://kb.example';
const phrase = 'Подайте заявление посредством портала.';

/** A folder with nothing but these files, which reports name without their folder. */
async function lint(files: Record<string, string | Uint8Array>, paths: string[], ...args: string[]) {
  const content = await contentFolder({ 'agency.yml': {} });
  const folder = join(content, 'тексты');
  await mkdir(folder);
  for (const [name, data] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), data);
  }
  vi.stubEnv('PONYATNO_URL', `${site}/`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { code, out, err } = await runLint(
    ...paths.map((path) => join(folder, path)),
    '--content',
    content,
    ...args,
  );
  const plain = (text: string) => text.replaceAll(/[^\s"=«]*тексты\//g, '');
  return { code, out: plain(out), err: plain(err) };
}

const report = (name: string, place: string) =>
  [
    name,
    `  ${place}  предупреждение  «Посредством»: канцелярит. Лучше: через; по; с помощью. Готовая замена: «с помощью портала».  [officialese]`,
    '  Трудность текста: труднее школьного учебника, ±3',
    '',
    'О правилах:',
    `  ${site}/rules/officialese`,
    '',
    '1 предупреждение в 1 файле. Проверено: 1 файл.',
  ].join('\n');

describe('texts of any make', () => {
  it('lines of Windows', async () => {
    const text = `Здравствуйте!\r\n\r\n${phrase}\r\n`;
    expect(await lint({ 'a.txt': text }, ['a.txt'])).toMatchObject({ code: 1, out: report('a.txt', '3:19') });
    expect((await lint({ 'a.md': text }, ['a.md'])).out).toBe(report('a.md', '3:19'));
  });

  it('a byte order mark', async () => {
    expect((await lint({ 'a.txt': `\uFEFF${phrase}` }, ['a.txt'])).out).toBe(report('a.txt', '1:19'));
    const page = `\uFEFF---\ntitle: '${phrase}'\n---\n\nВсё хорошо.\n`;
    expect((await lint({ 'a.md': page }, ['a.md'])).out).toContain('  2:27  предупреждение');
  });

  it.each([['a.txt'], ['a.md'], ['a.mdx']])('nothing at all, in %s', async (name) => {
    expect(await lint({ [name]: '' }, [name])).toEqual({
      code: 0,
      out: 'Замечаний нет. Проверено: 1 файл.',
      err: '',
    });
  });

  it('letters of the old Windows and of UTF-16: refused, with the way out', async () => {
    const old = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a]);
    expect(await lint({ 'a.txt': old }, ['a.txt'])).toEqual({
      code: 2,
      out: '',
      err: 'Файл «a.txt» не в кодировке UTF-8: похоже, это Windows-1251. Сохраните его в UTF-8 и повторите, например: iconv -f CP1251 -t UTF-8.',
    });
    const wide = Buffer.from(`\uFEFF${phrase}`, 'utf16le');
    expect((await lint({ 'a.txt': wide }, ['a.txt'])).err).toContain('похоже, это UTF-16.');
    const binary = Buffer.from('PNG\0\0\0data');
    expect((await lint({ 'a.txt': binary }, ['a.txt'])).err).toBe(
      'Файл «a.txt» не в кодировке UTF-8. Сохраните его в UTF-8 и повторите.',
    );
  });

  it('an endless file: refused before it is read', async () => {
    const { code, err } = await lint({ 'a.txt': Buffer.alloc(21 * 1024 * 1024, 'а') }, ['a.txt']);
    expect([code, err]).toEqual([
      2,
      'Файл «a.txt» больше 20 мегабайт. Разбейте его на части и проверьте их.',
    ]);
  });
});

describe('paths of any kind', () => {
  const files = { 'письма/ответ, 1.md': phrase, 'письма/черновик.txt': phrase, 'прочее/рисунок.png': 'x' };

  it('patterns with Cyrillic names', async () => {
    const { code, out } = await lint(files, ['письма/*.md']);
    expect([code, out]).toEqual([1, report('письма/ответ, 1.md', '1:19')]);
  });

  it('a folder and a pattern in which nothing is to be linted', async () => {
    expect(await lint(files, ['прочее'])).toMatchObject({
      code: 2,
      err: 'В папке «прочее» нечего проверять: нет файлов .mdx, .md, .txt, .docx. Проверьте путь.',
    });
    expect(await lint(files, ['прочее/*.txt'])).toMatchObject({
      code: 2,
      err: 'Образцу «прочее/*.txt» не подходит ни один файл .mdx, .md, .txt, .docx. Проверьте образец.',
    });
  });

  it('a file that is not there, and one of another kind', async () => {
    expect((await lint(files, ['нет.md'])).err).toBe('Файла или папки «нет.md» нет. Проверьте путь.');
    expect((await lint(files, ['прочее/рисунок.png'])).err).toBe(
      'Файл «прочее/рисунок.png» прочитать нельзя. Бывают: .mdx, .md, .txt, .docx.',
    );
  });

  it('names with commas and colons, for GitHub', async () => {
    const { out } = await lint(files, ['письма/ответ, 1.md'], '--format', 'github');
    expect(out.split('\n')[0]).toContain(
      'ответ%2C 1.md,line=1,endLine=1,col=19,endColumn=38,title=officialese::',
    );
  });
});

describe('standard input', () => {
  function type(text: string) {
    const given = vi.spyOn(process, 'stdin', 'get');
    given.mockReturnValue(Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin);
    onTestFinished(() => given.mockRestore());
  }

  it('is read as plain text, or as what its name says', async () => {
    type(`> ${phrase}\n\n${phrase}`);
    const { code, out } = await runLint('-', '--stdin-name', 'ответ.md');
    expect([code, out]).toEqual([1, expect.stringMatching(/^ответ\.md\n {2}3:19 /)]);
    type(phrase);
    expect((await runLint('-')).out).toMatch(/^stdin\.txt\n {2}1:19 /);
  });

  it('cannot be fixed and stands alone', async () => {
    expect(await runLint('-', '--fix')).toMatchObject({
      code: 2,
      err: 'Текст со стандартного ввода некуда записать: с ним --fix не бывает. Назовите файл.',
    });
    expect((await runLint('-', 'a.md')).err).toBe(
      '«-» — это стандартный ввод: с ним других путей не бывает.',
    );
  });
});

describe('marks in comments', () => {
  it('are counted, and reported when they are out of date or without a reason', async () => {
    const text = [
      '<!-- ponyatno ignore officialese: так называется форма -->',
      phrase,
      '',
      '<!-- ponyatno ignore officialese until 2020-01-31: до новой формы -->',
      phrase,
      '',
      '<!-- ponyatno ignore officialese -->',
      phrase,
    ].join('\n');
    const { code, out } = await lint({ 'a.md': text }, ['a.md']);
    expect(code).toBe(1);
    const lines = [...out.matchAll(/^ {2}(\d+:\d+) .*\[(.*)\]$/gm)].map(
      ([, place, rule]) => `${place} ${rule}`,
    );
    expect(lines).toEqual([
      '4:1 ignore-expired',
      '5:19 officialese',
      '7:1 ignore-invalid',
      '8:19 officialese',
    ]);
    expect(out).toMatch(
      /1 ошибка, 3 предупреждения в 1 файле\. Проверено: 1 файл\. Пропущено по пометкам: 1\.$/,
    );
  });
});
