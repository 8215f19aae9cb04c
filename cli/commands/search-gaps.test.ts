import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readContent } from '#knowledge';
import { GapLog, gapFileOf } from '#search';
import { main } from '../main.ts';
import { contentFolder } from '../place.ts';

const said = () => vi.mocked(console.log).mock.calls.join('\n');
const complained = () => vi.mocked(console.error).mock.calls.join('\n');
let folder = '';
let content = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-gaps-'));
  // Functions and units are all that the list takes from the content.
  content = join(folder, 'content');
  for (const part of ['agency.yml', 'units.yml', 'functions'])
    cpSync(join(contentFolder(), part), join(content, part), { recursive: true });
  vi.stubEnv('PONYATNO_DATA', join(folder, 'data'));
  vi.stubEnv('PONYATNO_CONTENT', content);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Logs two questions: one of a function, filed twice this year, and one of nobody. */
async function fill(): Promise<{ id: string; title: string; unit: string; unitName: string }> {
  const { content: read } = await readContent(content);
  const owner = read.pages.find(({ kind }) => kind === 'function');
  if (owner === undefined) throw new Error('The content has no function');
  const log = new GapLog(join(folder, 'data'), openDictionary);
  log.add('zero', 'вывоз снега', '', '2025-03-01');
  log.add('zero', 'ипотека для учителей', owner.id, '2026-11-02');
  log.add('filed', 'ипотека для учителей', owner.id, '2026-11-20');
  log.close();
  return {
    id: owner.id,
    title: owner.title,
    unit: owner.unit,
    unitName: read.unit(owner.unit)?.name ?? '',
  };
}

describe('ponyatno search gaps', () => {
  it('RF-3: shows the questions without an answer, with the names of the function and the unit', async () => {
    const { title, unitName } = await fill();
    expect(await main(['search', 'gaps'])).toBe(0);
    const [head, first, second, ...rest] = said().split('\n');
    expect(head).toMatch(/^вопрос +не нашлось +передано +последний день +функция +подразделение$/);
    expect(first?.split(/ {2,}/)).toEqual(['ипотека для учителей', '1', '1', '2026-11-20', title, unitName]);
    expect(second?.split(/ {2,}/)).toEqual([
      'вывоз снега',
      '1',
      '0',
      '2025-03-01',
      'не определена',
      'не определено',
    ]);
    expect(rest).toEqual([]);
  });

  it('RF-3: gives programs the same, with the unit', async () => {
    const { id, unit } = await fill();
    expect(await main(['search', 'gaps', '--json'])).toBe(0);
    expect(JSON.parse(said())).toEqual([
      {
        question: 'ипотека для учителей',
        function: id,
        unit,
        zero: 1,
        filed: 1,
        first: '2026-11-02',
        last: '2026-11-20',
      },
      {
        question: 'вывоз снега',
        function: '',
        unit: '',
        zero: 1,
        filed: 0,
        first: '2025-03-01',
        last: '2025-03-01',
      },
    ]);
  });

  it.each([
    ['2026-11', 1],
    ['2026-11-20', 1],
    ['2026-11-21', 0],
    ['2025-03-01', 2],
  ])('shows what was asked since %s', async (since, count) => {
    await fill();
    expect(await main(['search', 'gaps', '--since', since, '--json'])).toBe(0);
    expect(JSON.parse(said())).toHaveLength(count);
  });

  it('says that there are none, and makes no log of nothing', async () => {
    expect(await main(['search', 'gaps'])).toBe(0);
    expect(said()).toBe('Вопросов без ответа нет.');
    expect(await main(['search', 'gaps', '--json'])).toBe(0);
    expect(said()).toContain('[]');
    expect(existsSync(gapFileOf(join(folder, 'data')))).toBe(false);
  });

  it('shows ids where the content cannot be read', async () => {
    const { id } = await fill();
    expect(await main(['search', 'gaps', '--content', '/нет/такой'])).toBe(0);
    expect(said()).toContain(id);
  });

  it.each([
    [['--since', 'вчера'], '«вчера» — не день. Напишите его так: --since 2026-11-01.'],
    [['--since', '2026-13-01'], '«2026-13-01» — не день. Напишите его так: --since 2026-11-01.'],
  ])('explains wrong usage: %j', async (args, sentence) => {
    expect(await main(['search', 'gaps', ...args])).toBe(2);
    expect(complained()).toBe(sentence);
  });

  it('says which folder to look into when the log cannot be read', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(gapFileOf(join(folder, 'data')), 'это не база данных, а просто текст');
    expect(await main(['search', 'gaps'])).toBe(2);
    expect(complained()).toMatch(
      /^Журнал вопросов без ответа не читается: .+ Проверьте папку данных .+data\.$/,
    );
  });

  it('has a help of its own', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    expect(await main(['search', 'gaps', '--help'])).toBe(0);
    const help = written.mock.calls.join('');
    expect(help).toContain('ponyatno search gaps');
    for (const option of ['--since', '--json', '--content', '--help']) expect(help).toContain(option);
  });
});
