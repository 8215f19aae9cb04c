import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '#knowledge';
import type { CallRecord } from '../desk/record.ts';
import { reportCsv } from './csv.ts';
import { openCallRecords } from './database.ts';
import { callReport } from './report.ts';
import { callRecordSchema } from './schema.ts';
import { readingLists } from './training.ts';

const record: CallRecord = {
  id: 'call-00000001',
  day: '2026-11-25',
  function: 'messages',
  kind: 'answer',
  seconds: 90,
  transfers: 1,
  callbacks: 0,
  unanswered: 0,
  closing: [0, 2],
};

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ponyatno-calls-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the records of calls', () => {
  it('count a call that was sent twice once, and survive a restart', async () => {
    const folder = await dataFolder();
    const first = openCallRecords(folder);
    first.add(record);
    first.add({ ...record, seconds: 5 });
    first.close();
    const again = openCallRecords(folder);
    onTestFinished(() => again.close());
    expect(again.between('2026-11-25', '2026-11-25')).toEqual([record]);
    expect(again.between('2026-11-26', '2026-11-30')).toEqual([]);
  });

  it('CL-10: keep the number of unanswered calls of a day, the last one said', async () => {
    const records = openCallRecords(await dataFolder());
    onTestFinished(() => records.close());
    records.setMissed({ day: '2026-11-25', count: 3 });
    records.setMissed({ day: '2026-11-25', count: 4 });
    expect(records.missedBetween('2026-11-01', '2026-11-30')).toEqual([{ day: '2026-11-25', count: 4 }]);
  });

  it('take no field beside the counters', () => {
    expect(callRecordSchema.safeParse(record).success).toBe(true);
    expect(callRecordSchema.safeParse({ ...record, name: 'Пётр' }).success).toBe(false);
    expect(callRecordSchema.safeParse({ ...record, function: 'Пётр Иванов' }).success).toBe(false);
    expect(callRecordSchema.safeParse({ ...record, seconds: -1 }).success).toBe(false);
  });

  it('refuse a file of a newer program', async () => {
    const folder = await dataFolder();
    openCallRecords(folder).close();
    const database = new DatabaseSync(join(folder, 'calls.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openCallRecords(folder)).toThrow(/newer version .* PONYATNO_DATA/);
  });
});

describe('the report on the line', () => {
  const calls: CallRecord[] = [
    record,
    { ...record, id: 'call-00000002', seconds: 30, closing: [1, null] },
    {
      ...record,
      id: 'call-00000003',
      function: null,
      kind: 'callback',
      callbacks: 1,
      unanswered: 2,
      closing: [],
    },
    { ...record, id: 'call-00000004', day: '2026-11-26' },
  ];

  it('CL-12: sums by day and function, with the answers to the closing questions', () => {
    const { rows, total } = callReport(calls, []);
    expect(rows.map(({ day, function: owner, calls: count }) => [day, owner, count])).toEqual([
      ['2026-11-26', 'messages', 1],
      ['2026-11-25', undefined, 1],
      ['2026-11-25', 'messages', 2],
    ]);
    expect(rows[2]).toMatchObject({
      seconds: 120,
      transfers: 2,
      closing: [
        [1, 1],
        [0, 0, 1],
      ],
    });
    expect(total).toMatchObject({
      calls: 4,
      callbacks: 1,
      unanswered: 2,
      kinds: { answer: { calls: 3, seconds: 210 }, callback: { calls: 1, seconds: 90 } },
    });
  });

  it('CL-10: is a table for a spreadsheet, with the unanswered calls of each day once', () => {
    const csv = reportCsv(
      callReport(calls, [
        { day: '2026-11-25', count: 7 },
        { day: '2026-11-27', count: 1 },
      ]),
      {
        functions: { messages: '=Письма; и "жалобы"' },
        questions: [{ text: 'Получен ли ответ?', options: ['да', 'нет'] }],
      },
    );
    const lines = csv.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFДень;Функция;Звонков/);
    expect(lines[1]).toBe(`2026-11-26;"'=Письма; и ""жалобы""";1;90;1;0;0;1;0;`);
    expect(lines[2]).toBe('2026-11-25;не определена;1;90;1;1;2;0;0;7');
    expect(lines[3]).toMatch(/^2026-11-25;.*;1;1;$/);
    expect(lines[4]).toBe('2026-11-27;;0;0;0;0;0;0;0;1');
  });
});

it('OT-5: a function that nobody has trained stands open, with its pages and scripts to read', async () => {
  const { content } = await readContent('content');
  const lists = readingLists(content, [{ person: 'Анна', function: 'messages', day: '2026-11-25' }]);
  expect(lists).toHaveLength(content.pagesOf('function').length);
  const line = lists.find((list) => list.function === 'consultation-line');
  expect(line?.passed).toEqual([]);
  expect(line?.pages.map(({ url }) => url)).toContain(content.page('transfer')?.url);
  expect(lists.find((list) => list.function === 'messages')?.passed).toEqual([
    { person: 'Анна', day: '2026-11-25' },
  ]);
});
