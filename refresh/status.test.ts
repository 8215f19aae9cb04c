import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readContent } from '#knowledge';
import { baseAgency, functionFiles, writeFiles } from '../knowledge/testing/content-folder.ts';
import { commitRecord, recordCheck } from './record.ts';
import { refreshStatus } from './status.ts';
import {
  contentOf,
  files,
  letters,
  november,
  reception,
  repository,
  start,
  statusOf,
  writeRecord,
} from './testing/checked-repository.ts';
import { GitRepository } from './testing/git-repository.ts';

async function statesOf(made: GitRepository, month = '2026-11') {
  const { units } = await statusOf(made, month);
  return Object.fromEntries(units.map(({ unit, state }) => [unit.id, state]));
}

describe('who owes the check of a month', () => {
  it('RF-1: a unit owes it until its record is on the main line', async () => {
    const made = await repository();
    expect(await statesOf(made)).toEqual({ letters: 'owed', reception: 'owed' });
    await writeRecord(made, 'letters', '2026-11');
    const before = await statusOf(made);
    expect(before.owed.map(({ unit }) => unit.id)).toEqual(['letters', 'reception']);
    expect(before.units[0]?.rejected[0]?.why).toMatch(/в git её ещё нет/);

    made.commit({ at: '2026-11-12T10:00:00+07:00', by: 'Вера Сидорова', email: 'vera@example.ru' });
    const { owed, units, clause, lastDay } = await statusOf(made);
    expect(owed.map(({ unit }) => unit.id)).toEqual(['reception']);
    expect(units[0]).toMatchObject({
      state: 'checked',
      record: { by: { name: 'Вера Сидорова' }, late: false },
    });
    expect(units[0]?.record?.at.toString()).toBe('2026-11-12T10:00:00+07:00[Asia/Novosibirsk]');
    expect([clause, lastDay.toString()]).toEqual(['п. 7.7', '2026-11-30']);
  });

  it('RF-2: an edited page is no check', async () => {
    const made = await repository();
    const page = join(made.folder, 'content/faq/requests/wait.mdx');
    await made.commitFiles(
      { 'content/faq/requests/wait.mdx': `${await readFile(page, 'utf8')}\nЕщё.\n` },
      { at: '2026-11-10T10:00:00+07:00' },
    );
    expect(await statesOf(made)).toMatchObject({ letters: 'owed' });
  });

  it('takes the month in the zone of the agency, not in UTC', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-10');
    await writeRecord(made, 'reception', '2026-10');
    // 17:30 UTC on 31 October is half past midnight of 1 November in Novosibirsk.
    made.commit({ at: '2026-10-31T17:30:00Z' });
    expect(await statesOf(made, '2026-10')).toEqual({ letters: 'late', reception: 'late' });
  });

  it('records a late check as late, and does not count one made too early', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-10');
    await writeRecord(made, 'reception', '2026-11');
    made.commit({ at: '2026-10-20T10:00:00+07:00' });
    expect(await statesOf(made, '2026-10')).toEqual({ letters: 'checked', reception: 'owed' });
    const { units } = await statusOf(made, '2026-11');
    expect(units[1]?.state).toBe('owed');
    expect(units[1]?.rejected[0]?.why).toMatch(/раньше, чем начался её месяц \(2026-10\)/);
  });

  it('asks nothing of a unit without pages, nor of anybody when the profile has no such duty', async () => {
    const made = await repository({ 'units.yml': [letters, reception, { ...letters, id: 'archive' }] });
    expect(await statesOf(made)).toMatchObject({ archive: 'no-pages' });
    const without = await repository({ 'agency.yml': baseAgency });
    expect((await statusOf(without)).owed).toEqual([]);
  });

  it('counts a check recorded under the former name of a unit', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-05T10:00:00+07:00' });
    const renamed = { ...letters, id: 'replies', was: ['letters'] };
    await writeFiles(join(made.folder, 'content'), {
      'units.yml': [renamed, reception],
      ...functionFiles('requests', 'replies'),
    });
    made.commit({ at: '2026-11-06T10:00:00+07:00' });
    expect(await statesOf(made)).toEqual({ replies: 'checked', reception: 'owed' });
    await expect(writeRecord(made, 'replies', '2026-11')).rejects.toThrow(
      /уже записана: refresh\/2026-11\/letters\.yml/,
    );
  });

  it('does not take a bot for a person', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-05T10:00:00+07:00', by: 'github-actions[bot]', email: 'bot@example.ru' });
    const { units } = await statusOf(made);
    expect(units[0]).toMatchObject({ state: 'owed' });
    expect(units[0]?.rejected[0]?.why).toMatch(/внесла программа \(github-actions\[bot\]\)/);
  });

  it('knows a person by .mailmap', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    await made.write('.mailmap', 'Вера Петровна Сидорова <vera@example.ru> <vp@home.example>\n');
    made.commit({ at: '2026-11-05T10:00:00+07:00', by: 'vp', email: 'vp@home.example' });
    const { units } = await statusOf(made);
    expect(units[0]?.record?.by).toEqual({ name: 'Вера Петровна Сидорова', email: 'vera@example.ru' });
  });

  it('does not fit a month before the knowledge base, after today, or no month at all', async () => {
    const made = await repository();
    await expect(statusOf(made, '2026-08')).rejects.toThrow(
      /проверять было нечего: содержание внесено в git в 2026-09/,
    );
    await expect(statusOf(made, '2026-12')).rejects.toThrow(/ещё не наступил/);
    await expect(statusOf(made, 'ноябрь')).rejects.toThrow(/не месяц\. Напишите его так: 2026-11/);
  });
});

describe('ways to the main line', () => {
  it('of a merge: when it was merged, who wrote it on the branch', async () => {
    const made = await repository();
    made.git(['switch', '--quiet', '--create', 'проверка']);
    await writeRecord(made, 'letters', '2026-10');
    made.commit({ at: '2026-10-30T10:00:00+07:00', by: 'Вера Сидорова', email: 'vera@example.ru' });
    made.git(['switch', '--quiet', 'main']);
    await made.commitFiles({ 'прочее.txt': 'x' }, { at: '2026-10-31T10:00:00+07:00' });
    made.git(['merge', '--quiet', '--no-ff', '--no-edit', 'проверка'], {
      at: '2026-11-02T10:00:00+07:00',
      by: 'Кнопка',
      email: 'button@example.ru',
    });
    const { units } = await statusOf(made, '2026-10');
    expect(units[0]).toMatchObject({ state: 'late', record: { by: { name: 'Вера Сидорова' } } });
    expect(units[0]?.record?.at.toPlainDate().toString()).toBe('2026-11-02');
  });

  it('of a squash: the commit on the main line', async () => {
    const made = await repository();
    made.git(['switch', '--quiet', '--create', 'check']);
    await writeRecord(made, 'letters', '2026-10');
    made.commit({ at: '2026-10-30T10:00:00+07:00' });
    await made.commitFiles({ 'прочее.txt': 'x' }, { at: '2026-10-30T11:00:00+07:00' });
    made.git(['switch', '--quiet', 'main']);
    made.git(['merge', '--quiet', '--squash', 'check']);
    made.commit({ at: '2026-10-31T10:00:00+07:00', by: 'Вера Сидорова', email: 'vera@example.ru' });
    const { units } = await statusOf(made, '2026-10');
    expect(units[0]).toMatchObject({ state: 'checked', record: { by: { name: 'Вера Сидорова' } } });
  });

  it('of a revert: the check is owed again, and a second record counts from its own commit', async () => {
    const made = await repository();
    const file = await writeRecord(made, 'letters', '2026-10');
    const text = await readFile(join(made.folder, file), 'utf8');
    made.commit({ at: '2026-10-10T10:00:00+07:00' });
    made.git(['revert', '--no-edit', 'HEAD'], { at: '2026-10-11T10:00:00+07:00' });
    expect(await statesOf(made, '2026-10')).toMatchObject({ letters: 'owed' });
    await made.commitFiles({ [file]: text }, { at: '2026-11-03T10:00:00+07:00' });
    expect(await statesOf(made, '2026-10')).toMatchObject({ letters: 'late' });
  });

  it('of an alteration: a record that was changed afterwards proves nothing until it is put back', async () => {
    const made = await repository();
    const file = await writeRecord(made, 'letters', '2026-11');
    const text = await readFile(join(made.folder, file), 'utf8');
    made.commit({ at: '2026-11-03T10:00:00+07:00' });
    await made.write(file, text.replace('Отзывов нет', 'Отзывы были'));
    expect(await statesOf(made)).toMatchObject({ letters: 'owed' });
    made.commit({ at: '2026-11-04T10:00:00+07:00' });
    const { units } = await statusOf(made);
    expect(units[0]?.state).toBe('owed');
    expect(units[0]?.rejected[0]?.why).toMatch(
      /записи только добавляют\. Верните её: git checkout [0-9a-f]{12} --/,
    );
    await made.commitFiles({ [file]: text }, { at: '2026-11-05T10:00:00+07:00' });
    expect(await statesOf(made)).toMatchObject({ letters: 'checked' });
  });

  it('works in a folder with a Cyrillic name, as the root of a repository and deep in it', async () => {
    const deep = await GitRepository.create();
    const folder = 'ведомство/содержание «базы»';
    await writeFiles(join(deep.folder, folder), files);
    deep.commit({ at: start });
    const { content } = await readContent(join(deep.folder, folder));
    const answer = { changed: false, note: 'Изменений нет.' };
    await recordCheck({ content, unit: 'letters', law: answer, feedback: answer, now: november });
    deep.commit({ at: '2026-11-03T10:00:00+07:00' });
    const status = await refreshStatus({
      content: (await readContent(content.folder)).content,
      now: november,
    });
    expect(status.units.map(({ state }) => state)).toEqual(['checked', 'owed']);
  });

  it('fails closed: a shallow clone, no commit, no repository prove nothing', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-03T10:00:00+07:00' });
    const full = await made.clone({ shallow: false });
    expect(await statesOf(full)).toMatchObject({ letters: 'checked' });
    await expect(statusOf(await made.clone({ shallow: true }))).rejects.toThrow(/неполная \(shallow\)/);

    const empty = await GitRepository.create();
    await writeFiles(join(empty.folder, 'content'), files);
    await expect(statusOf(empty)).rejects.toThrow(/ещё нет ни одного коммита/);
    empty.git(['commit', '--quiet', '--allow-empty', '--message', 'Пусто']);
    await expect(statusOf(empty)).rejects.toThrow(/Содержание ещё не внесено в git/);
  });
});

describe('how fresh a page is', () => {
  it('RF-2: a record that cannot be read is no check, and says so, whether pages are read at once or when asked', async () => {
    const made = await repository();
    await writeFiles(join(made.folder, 'content'), { 'refresh/2026-11/letters.yml': 'unit: letters\n' });
    made.commit({ at: '2026-11-12T10:00:00+07:00' });
    for (const bodies of ['at-once', 'when-asked'] as const) {
      const { content } = await readContent(join(made.folder, 'content'), { bodies });
      const { units } = await refreshStatus({ content, now: november });
      const [letters] = units;
      expect(letters).toMatchObject({ state: 'owed', record: undefined });
      expect(letters?.rejected.map(({ file, why }) => `${file}: ${why}`)).toEqual([
        'refresh/2026-11/letters.yml: Запись не читается, поэтому проверкой не считается. Что в ней не так, покажет «ponyatno check».',
      ]);
    }
  });

  it('RF-2: parses only the pages whose file is not the one that was checked', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-12T10:00:00+07:00' });
    const { content } = await readContent(join(made.folder, 'content'), { bodies: 'when-asked' });
    const parsed: string[] = [];
    const pages = content.pages.map((page) =>
      Object.defineProperty(Object.create(page) as typeof page, 'digest', {
        get() {
          parsed.push(page.id);
          return page.digest;
        },
      }),
    );
    const [other] = pages.filter(({ unit }) => unit === 'letters');
    if (!other) throw new Error('The unit keeps no page.');
    Object.defineProperty(other, 'textDigest', { value: '0'.repeat(32) });
    const status = await refreshStatus({ content: { ...content, pages }, now: november });
    expect(parsed).toEqual([other.id]);
    expect(status.pages.get(other.id)).toMatchObject({ state: 'checked', changedSince: false });
  });

  it('RF-2: a page that changed after its check says so', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-10');
    made.commit({ at: '2026-10-10T10:00:00+07:00' });
    await writeRecord(made, 'reception', '2026-11');
    made.commit({ at: '2026-11-10T10:00:00+07:00' });
    const path = 'content/faq/visits/wait.mdx';
    const text = await readFile(join(made.folder, path), 'utf8');
    await made.commitFiles({ [path]: text.replace('пяти', 'шести') }, { at: '2026-11-11T10:00:00+07:00' });
    await writeFiles(join(made.folder, 'content'), {
      'faq/visits/new.mdx': text.replace('visits-wait', 'visits-new'),
    });
    const { pages } = await statusOf(made);
    expect(pages.get('requests-wait')).toMatchObject({ state: 'stale', changedSince: false });
    expect(pages.get('visits-reply')).toMatchObject({ state: 'checked' });
    expect(pages.get('visits-wait')).toMatchObject({ state: 'changed', changedSince: true });
    expect(pages.get('visits-wait')?.lastCheck?.by.name).toBe('Анна Иванова');
    expect(pages.get('visits-new')).toMatchObject({ state: 'never', lastCheck: undefined });
  });
});

describe('recording a check', () => {
  const answers = {
    law: { changed: true, note: 'Принят закон, поправили сроки.' },
    feedback: { changed: false, note: 'Три отзыва, менять нечего.' },
  };

  it('writes both answers and every page of the unit with its result', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-10');
    made.commit({ at: '2026-10-10T10:00:00+07:00' });
    const path = 'content/faq/requests/wait.mdx';
    const text = await readFile(join(made.folder, path), 'utf8');
    await made.commitFiles({ [path]: text.replace('пяти', 'шести') }, { at: '2026-11-11T10:00:00+07:00' });
    const content = await contentOf(made);
    const { file, ledger, late } = await recordCheck({
      content,
      unit: 'letters',
      ...answers,
      toChange: ['requests-job'],
      now: november,
    });
    expect(late).toBe(false);
    expect(await readFile(join(content.folder, file), 'utf8')).toBe(stringify(ledger));
    expect(ledger).toMatchObject({ unit: 'letters', month: '2026-11', ...answers });
    const results = Object.fromEntries(ledger.pages.map(({ id, result }) => [id, result]));
    expect(results).toEqual({
      requests: 'unchanged',
      'requests-act': 'unchanged',
      'order-m': 'unchanged',
      'requests-job': 'to-change',
      'requests-case': 'unchanged',
      'requests-wait': 'changed',
      'requests-reply': 'unchanged',
    });
  });

  it('refuses to overwrite, to go ahead of time, and names that do not exist', async () => {
    const made = await repository();
    const content = await contentOf(made);
    const record = (changes: object) =>
      recordCheck({ content, unit: 'letters', ...answers, now: november, ...changes });
    await record({});
    await expect(record({})).rejects.toThrow(
      'Проверка «letters» за 2026-11 уже записана: refresh/2026-11/letters.yml.',
    );
    await expect(record({ month: '2026-12' })).rejects.toThrow(/ещё не наступил/);
    await expect(record({ unit: 'nobody' })).rejects.toThrow(
      'Подразделения «nobody» нет. Есть: letters, reception.',
    );
    await expect(record({ unit: 'reception', toChange: ['requests'] })).rejects.toThrow(
      /нет страницы «requests»/,
    );
    expect(await record({ unit: 'reception', month: '2026-10' })).toMatchObject({ late: true });
  });

  it('commits the record alone, whatever else lies about', async () => {
    const made = await repository();
    made.git(['config', 'user.name', 'Вера Сидорова']);
    made.git(['config', 'user.email', 'vera@example.ru']);
    await made.write('content/faq/requests/draft.mdx', 'черновик');
    await made.write('staged.txt', 'x');
    made.git(['add', 'staged.txt']);
    const content = await contentOf(made);
    const recorded = await recordCheck({ content, unit: 'letters', ...answers, now: november });
    await commitRecord(content, recorded);
    const shown = made.git(['-c', 'core.quotePath=false', 'show', '--name-only', '--format=%an: %s']);
    expect(shown.trim()).toBe(
      'Вера Сидорова: Проверка за ноябрь 2026 года: отдел писем\n\ncontent/refresh/2026-11/letters.yml',
    );
    expect(made.git(['status', '--short', '--', 'staged.txt'])).toBe('A  staged.txt\n');
  });
});
