import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { runLint as lint } from '../lint/testing/run.ts';

const faq = (spoken: string, body: string) =>
  page({ id: 'requests-late', title: 'Когда ответ?', function: 'requests', spoken }, body);

describe('ponyatno lint', () => {
  it('ends with 0 and one line when nothing is to be said', async () => {
    const folder = await contentFolder({
      'faq/requests/late.mdx': faq('Ответ придёт до 15 мая.', 'Позвоните нам.'),
    });
    const { code, out } = await lint(`${folder}/faq`, '--content', folder);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Замечаний нет\. Проверено: \d+ файл/)]);
  });

  it('finds words in the body and in the front matter, at their places', async () => {
    const folder = await contentFolder({
      'faq/requests/late.mdx': faq(
        'Ваш вопрос взят на контроль.',
        '# Ответ\n\nПодайте заявление посредством портала.',
      ),
    });
    const { code, out } = await lint(
      `${folder}/faq/requests/late.mdx`,
      '--content',
      folder,
      '--format',
      'json',
    );
    expect(code).toBe(1);
    const [{ messages }] = JSON.parse(out).files;
    expect(messages).toEqual([
      expect.objectContaining({ rule: 'brush-off', severity: 'error', actual: 'вопрос взят на контроль' }),
      expect.objectContaining({ rule: 'officialese', actual: 'посредством портала', column: 19 }),
    ]);
  });

  it('leaves quoted acts alone and is quiet in regulations', async () => {
    const text =
      '<Quote act="order" clause="п. 1">Осуществляется посредством почты.</Quote>\n\nРегистрация заявления подлежит оплате.';
    const folder = await contentFolder({
      'functions/requests/regulations/own.mdx': `---\nid: own\n---\n\n${text}`,
    });
    const { code } = await lint(`${folder}/functions/requests/regulations/own.mdx`, '--content', folder);
    expect(code).toBe(0);
  });

  it('takes the profile and the level from the options', async () => {
    const folder = await contentFolder({ 'note.txt': 'Решение принято комиссией.' });
    expect((await lint(`${folder}/note.txt`, '--content', folder)).code).toBe(1);
    expect((await lint(`${folder}/note.txt`, '--content', folder, '--profile', 'legal')).code).toBe(0);
    expect((await lint(`${folder}/note.txt`, '--content', folder, '--min', 'error')).code).toBe(0);
  });

  it('says in full what is wrong with its usage', async () => {
    expect(await lint('/нет/такого')).toMatchObject({
      code: 2,
      err: 'Файла или папки «/нет/такого» нет. Проверьте путь.',
    });
    expect((await lint('--content', '/нет/такого')).err).toContain('Папки с содержанием нет');
  });
});

describe('ponyatno lint --fix', () => {
  it('writes the files, says what it changed, and reports what is left', async () => {
    const folder = await contentFolder({
      'note.txt': 'Ваш вопрос взят на контроль. Подайте заявление посредством портала.\n',
    });
    const { code, out } = await lint(`${folder}/note.txt`, '--content', folder, '--fix');
    expect(out).toContain('1:48  «посредством портала» → «с помощью портала»  [officialese]');
    expect(out).toContain('Исправлено: 1 место в 1 файле.');
    expect([code, out]).toEqual([1, expect.stringMatching(/1 ошибка в 1 файле\. Проверено: 1 файл\.$/)]);
    expect(await readFile(`${folder}/note.txt`, 'utf8')).toBe(
      'Ваш вопрос взят на контроль. Подайте заявление с помощью портала.\n',
    );
    expect((await lint(`${folder}/note.txt`, '--content', folder, '--fix')).out).toContain(
      'Готовых замен нет',
    );
  });

  it('keeps the report for programs apart from what it changed', async () => {
    const folder = await contentFolder({ 'note.txt': 'Подайте заявление посредством портала.\n' });
    const { code, out, err } = await lint(`${folder}/note.txt`, '--fix', '--format', 'json');
    expect(JSON.parse(out).files[0].messages).toEqual([]);
    expect([code, err]).toEqual([0, expect.stringContaining('Исправлено: 1 место')]);
  });

  it('has nothing to fix in lines from standard input', async () => {
    expect(await lint('--jsonl', '--fix')).toMatchObject({
      code: 2,
      err: expect.stringContaining('вместе не бывают'),
    });
  });
});

describe('ponyatno lint --baseline', () => {
  const old = 'Подайте заявление посредством портала.\n';

  it('adopts a text with findings, then reports new ones and counts those that went', async () => {
    const folder = await contentFolder({ 'note.txt': old });
    const [note, baseline] = [`${folder}/note.txt`, `${folder}/baseline.json`];
    expect(await lint(note, '--write-baseline', baseline)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Записано в «.*baseline\.json»: 1 замечание\./),
    });
    expect(await lint(note, '--baseline', baseline)).toMatchObject({
      code: 0,
      out: 'Новых замечаний нет. Проверено: 1 файл. Известных замечаний: 1.',
    });
    await writeFile(note, 'Оплатите пошлину посредством банка.\n');
    const { code, out } = await lint(note, '--baseline', baseline);
    expect(code).toBe(1);
    expect(out).toMatch(
      /1 предупреждение в 1 файле\. Проверено: 1 файл\. Известных замечаний: 0, стало меньше на 1\.$/,
    );
    const json = await lint(note, '--baseline', baseline, '--format', 'json');
    expect(JSON.parse(json.out).summary).toMatchObject({ warning: 1, known: 0, gone: 1 });
  });

  it('names the way out when there is no such file', async () => {
    const { code, err } = await lint('--baseline', '/нет.json');
    expect([code, err]).toEqual([2, expect.stringContaining('--write-baseline /нет.json')]);
  });
});
