import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from '../../knowledge/testing/content-folder.ts';
import { unprovenAlarms } from '../acts/alarms.ts';
import { confirmAct } from '../acts/confirm.ts';
import { refreshReport } from '../report/report.ts';
import { contentOf, november, repository, statusOf, writeRecord } from '../testing/checked-repository.ts';
import type { GitRepository } from '../testing/git-repository.ts';
import { makeFreshness } from './make.ts';

const notice = (basis: readonly object[]) =>
  page({
    id: 'notice',
    title: 'Уведомление',
    function: 'requests',
    letter: 'final-reply',
    when: 'Когда вопрос решён.',
    basis,
  });
const act = page({
  id: 'order-x',
  title: 'Приказ о сроках',
  function: 'requests',
  number: '7',
  date: '2020-01-01',
  edition: '2026-10-20',
  authority: 'agency',
  issuer: 'департамент',
  source: 'order.txt',
});

/** Records that count, one that came late, one of a program, one that was altered, an act that changed. */
async function lived(): Promise<GitRepository> {
  const made = await repository({
    'templates/requests-notice.mdx': notice([{ act: 'order-x', clause: 'п. 1' }]),
  });
  await made.commitFiles(
    { 'content/functions/requests/regulations/order-x.mdx': act },
    { at: '2026-09-02T09:00:00+07:00' },
  );
  await writeRecord(made, 'letters', '2026-09');
  made.commit({ at: '2026-09-20T10:00:00+07:00' });
  await writeRecord(made, 'reception', '2026-09');
  made.commit({ at: '2026-10-03T10:00:00+07:00', by: 'Вера Сидорова' });
  await writeRecord(made, 'reception', '2026-10');
  made.commit({ at: '2026-10-05T10:00:00+07:00', by: 'renovate[bot]' });
  const altered = await writeRecord(made, 'letters', '2026-10');
  made.commit({ at: '2026-10-06T10:00:00+07:00' });
  const text = await readFile(join(made.folder, altered), 'utf8');
  await made.commitFiles(
    { [altered]: text.replace('Изменений нет', 'Ничего') },
    { at: '2026-10-07T10:00:00+07:00' },
  );
  return made;
}

const file = (made: GitRepository) => join(made.folder, 'content/freshness.json');

/** The image: `freshness.json` was written at a moment, and `.git` stayed behind. */
async function image(made: GitRepository, now = november): Promise<GitRepository> {
  const found = await makeFreshness(await contentOf(made), now);
  await writeFile(file(made), JSON.stringify(found));
  await rm(join(made.folder, '.git'), { recursive: true });
  return made;
}

describe('freshness.json', () => {
  it('RF-1, RF-2: without git everything is as git said: units, pages, refusals, alarms, the report', async () => {
    const made = await lived();
    const content = await contentOf(made);
    const months = ['2026-09', '2026-10', '2026-11'];
    const before = await Promise.all(months.map((month) => statusOf(made, month)));
    const reported = await refreshReport({ content, now: november, from: '2026-09' });
    const found = await makeFreshness(content, november);
    await image(made);
    for (const [index, month] of months.entries()) {
      const { freshness, ...after } = await statusOf(made, month);
      expect(freshness?.madeAt.toPlainDate().toString()).toBe('2026-11-22');
      expect(withoutMail(after)).toEqual(withoutMail({ ...before[index], freshness: undefined }));
    }
    const report = await refreshReport({ content: await contentOf(made), now: november, from: '2026-09' });
    expect(withoutMail(report.rows)).toEqual(withoutMail(reported.rows));
    expect(report.freshness).toBeDefined();
    // The summary for people and other programs says the same.
    expect(found.state.units['2026-09']).toEqual({ letters: 'checked', reception: 'late' });
    expect(found.state.units['2026-10']).toEqual({ letters: 'owed', reception: 'owed' });
    expect(found.state.pages).toEqual(
      Object.fromEntries([...(before[2]?.pages ?? [])].map(([id, { state }]) => [id, state])),
    );
    expect(found.state.alarms).toEqual({});
    expect(JSON.stringify(found)).not.toContain('@');
  });

  it('RF-2: an alarm that git knows is in the file, and time goes on after it was made', async () => {
    const made = await lived();
    const edited = act.replace('2026-10-20', '2026-11-10');
    await made.commitFiles(
      { 'content/functions/requests/regulations/order-x.mdx': edited },
      { at: '2026-11-11T09:00:00+07:00' },
    );
    expect((await makeFreshness(await contentOf(made), november)).state.alarms).toEqual({
      notice: { 'order-x': '2026-11-10' },
    });
    await image(made);
    expect([...(await statusOf(made)).alarms.keys()]).toEqual(['notice']);
    const december = Temporal.Instant.from('2026-12-02T06:00:00Z');
    const status = await statusOf(made, '2026-12', december);
    expect(status.owed.map(({ unit }) => unit.id)).toEqual(['letters', 'reception']);
    expect([...status.pages.values()].map(({ state }) => state)).not.toContain('checked');
  });

  it.each<[string, (made: GitRepository) => unknown, RegExp]>([
    ['there is none', (made) => rm(file(made)), /не лежит в хранилище git.*freshness\.json/s],
    ['it is damaged', (made) => writeFile(file(made), '{"format":1'), /ничего не доказывает: он испорчен/],
    ['it is of another program', (made) => writeFile(file(made), '{"format":2}'), /другой версией/],
    [
      'it is a folder',
      async (made) => {
        await rm(file(made));
        await made.write('content/freshness.json/x', '');
      },
      /не удалось прочитать/,
    ],
    [
      'a page was changed since',
      (made) => made.write('content/templates/requests-notice.mdx', notice([])),
      /другого содержания/,
    ],
    ['a record was added since', (made) => writeRecord(made, 'reception', '2026-11'), /другого содержания/],
    [
      'a page is gone',
      (made) => rm(join(made.folder, 'content/templates/requests-notice.mdx')),
      /другого содержания/,
    ],
  ])('RF-2: proves nothing when %s', async (_, spoil, why) => {
    const made = await image(await lived());
    await spoil(made);
    await expect(statusOf(made)).rejects.toThrow(why);
    await expect(statusOf(made)).rejects.toMatchObject({ name: 'RefreshError' });
  });

  it('RF-2: proves for 31 days, and nothing when it was made in the future', async () => {
    const made = await image(await lived(), november);
    const on = (day: string) => statusOf(made, '2026-12', Temporal.Instant.from(`${day}T12:00:00+07:00`));
    expect((await on('2026-12-23')).freshness?.until.toString()).toBe('2026-12-23');
    await expect(on('2026-12-24')).rejects.toThrow(/22.ноября.*больше чем 31/s);
    await expect(statusOf(made, '2026-10', Temporal.Instant.from('2026-10-30T00:00:00Z'))).rejects.toThrow(
      /в будущем/,
    );
  });

  it('is no way round a history that proves nothing, and gives way to one that does', async () => {
    const made = await lived();
    await writeFile(file(made), JSON.stringify(await makeFreshness(await contentOf(made), november)));
    expect((await statusOf(made)).freshness).toBeUndefined();
    made.commit({ at: '2026-11-20T09:00:00+07:00' });
    await expect(statusOf(await made.clone({ shallow: true }))).rejects.toThrow(/unshallow/);
    await expect(makeFreshness(await contentOf(await made.clone({ shallow: true })))).rejects.toThrow(
      /unshallow/,
    );
  });

  it('lies where PONYATNO_FRESHNESS says', async () => {
    const made = await lived();
    const elsewhere = join(made.folder, 'proof.json');
    await writeFile(elsewhere, JSON.stringify(await makeFreshness(await contentOf(made), november)));
    await rm(join(made.folder, '.git'), { recursive: true });
    await expect(statusOf(made)).rejects.toThrow(/freshness\.json/);
    vi.stubEnv('PONYATNO_FRESHNESS', elsewhere);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect((await statusOf(made)).freshness).toBeDefined();
  });
});

it('RF-2: where nothing is proven every page that cites an amended act is alarmed', async () => {
  const made = await lived();
  await rm(join(made.folder, '.git'), { recursive: true });
  const alarms = unprovenAlarms(await contentOf(made));
  expect([...alarms].map(([id, acts]) => [id, acts.map(({ edition }) => edition)])).toEqual([
    ['notice', ['2026-10-20']],
  ]);
});

it('RF-2: a confirmation that does not count is named with the reason, and the alarm stays', async () => {
  const made = await lived();
  const edited = act.replace('2026-10-20', '2026-11-10');
  await made.commitFiles(
    { 'content/functions/requests/regulations/order-x.mdx': edited },
    { at: '2026-11-11T09:00:00+07:00' },
  );
  const content = await contentOf(made);
  const { file: written } = await confirmAct({
    content,
    unit: 'letters',
    act: 'order-x',
    note: 'Сроки прежние.',
  });
  const refused = async () => (await statusOf(made)).rejectedConfirmations;
  expect(await refused()).toMatchObject([
    { file: written, unit: 'letters', act: 'order-x', why: expect.stringContaining('в git её ещё нет') },
  ]);
  made.commit({ at: '2026-11-12T09:00:00+07:00', by: 'gitea-actions' });
  expect(await refused()).toMatchObject([{ why: expect.stringContaining('внесла программа') }]);
  expect([...(await statusOf(made)).alarms.keys()]).toContain('notice');
  await image(made);
  expect(await refused()).toMatchObject([{ why: expect.stringContaining('внесла программа') }]);
});

/** The file keeps no addresses of people. */
function withoutMail(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'email' && typeof inner === 'string' ? '' : inner instanceof Map ? [...inner] : inner,
    ),
  );
}
