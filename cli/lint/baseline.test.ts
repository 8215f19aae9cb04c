import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileReport, ReportMessage } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { FileLinter } from '#linting';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { Baseline, type ReportOfFile, writeBaseline } from './baseline.ts';
import { readSource } from './files.ts';
import { findFiles } from './find-files.ts';

const dictionary = openDictionary();
const clean = 'Ответ придёт до 15 мая.';
const known = 'Подайте заявление посредством портала.';
const fresh = 'Оплатите пошлину посредством банка.';

/** Writes the texts into a folder and lints them. */
async function lint(folder: string, texts: Readonly<Record<string, string>>): Promise<ReportOfFile[]> {
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  const paths = Object.keys(texts).map((name) => join(folder, name));
  const linter = new FileLinter({ dictionary, min: 'hint', profile: 'letter' }, { content: folder });
  const files = await Promise.all((await findFiles(paths, folder)).map((path) => readSource(path, folder)));
  return files.map((file) => ({ path: file.path, report: linter.lint(file) }));
}

async function setUp(texts: Readonly<Record<string, string>>) {
  const folder = await contentFolder({ 'agency.yml': {} });
  const path = join(folder, 'baseline.json');
  await writeBaseline(path, await lint(folder, texts));
  const check = async (now: Readonly<Record<string, string>>, min: 'hint' | 'error' = 'hint') => {
    const found = await lint(folder, now);
    return (await Baseline.read(path, 'baseline.json')).apply(found, min);
  };
  return { folder, path, check };
}

const actual = (reports: readonly FileReport[]) =>
  reports.flatMap(({ messages }) => messages.map((message: ReportMessage) => message.actual));

describe('lint --baseline', () => {
  it('reports only what is new', async () => {
    const { check } = await setUp({ 'a.txt': known });
    expect(await check({ 'a.txt': known })).toMatchObject({ reports: [{ messages: [], known: 1 }], gone: 0 });
    const { reports, gone } = await check({ 'a.txt': `${known} ${fresh}` });
    expect([actual(reports), gone]).toEqual([['посредством банка'], 0]);
  });

  it('knows a sentence again when it moves, and in other clothes', async () => {
    const { check } = await setUp({ 'a.md': known });
    const moved = `# Новое\n\n${clean}\n\n*   ПОДАЙТЕ  заявление,\n    **посредством** портала!`;
    expect((await check({ 'a.md': moved })).reports[0]).toMatchObject({ messages: [], known: 1 });
  });

  it('does not cover another file, nor a second copy of the sentence', async () => {
    const { check } = await setUp({ 'a.txt': known });
    expect((await check({ 'a.txt': clean, 'b.txt': known })).reports[1]?.messages).toHaveLength(1);
    expect((await check({ 'a.txt': `${known}\n\n${known}` })).reports[0]?.messages).toHaveLength(1);
  });

  it('counts what is gone: mended sentences and deleted files, not files that were not looked at', async () => {
    const { folder, check } = await setUp({ 'a.txt': `${known} ${fresh}`, 'b.txt': known });
    expect((await check({ 'a.txt': known })).gone).toBe(1);
    await rm(join(folder, 'b.txt'));
    expect((await check({ 'a.txt': known })).gone).toBe(2);
  });

  it('does not count as gone what is below the level of the run', async () => {
    const { check } = await setUp({ 'a.txt': known });
    expect((await check({ 'a.txt': clean }, 'error')).gone).toBe(0);
  });

  it('is the same file for the same findings: sorted, a line each', async () => {
    const { folder, path } = await setUp({ 'b.txt': `${known} ${fresh}`, 'a.txt': `${known}\n\n${known}` });
    const one = await readFile(path, 'utf8');
    await writeBaseline(
      path,
      (await lint(folder, { 'a.txt': `${known} ${known}`, 'b.txt': `${fresh} ${known}` })).toReversed(),
    );
    expect(await readFile(path, 'utf8')).toBe(one);
    const rows = one.split('\n').filter((line) => line.includes('fingerprint'));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/"file":"a\.txt","rule":"officialese".*"count":2/);
  });

  it('says what is wrong with the file and how to make a new one', async () => {
    const { path } = await setUp({ 'a.txt': clean });
    await expect(Baseline.read(`${path}x`, 'нет.json')).rejects.toThrow(
      'Списка известных замечаний «нет.json» нет. Создайте его: ponyatno lint --write-baseline нет.json',
    );
    await writeFile(path, '{');
    await expect(Baseline.read(path, 'a.json')).rejects.toThrow('«a.json» — не JSON');
    await writeFile(path, '{"version":1,"findings":[{"file":"a"}]}');
    await expect(Baseline.read(path, 'a.json')).rejects.toThrow('не читается (поле findings.0.rule)');
  });
});
