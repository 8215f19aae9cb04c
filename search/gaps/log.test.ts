import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDictionary } from '@ponyatno/russian/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GapLog, gapFileOf } from './log.ts';

const dictionary = openDictionary();
let folder = '';
let log: GapLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-gaps-'));
  log = new GapLog(folder, () => dictionary);
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

describe('RF-3: the log of questions without an answer', () => {
  it('counts a question however it is typed, filed ones first', () => {
    log.add('zero', 'Ипотека для  учителей', 'appeals', '2026-11-01');
    log.add('zero', 'ипотека для учителей', 'appeals', '2026-11-20');
    log.add('filed', 'вывоз снега', '', '2026-11-02');
    expect(log.list()).toEqual([
      { question: 'вывоз снега', function: '', zero: 0, filed: 1, first: '2026-11-02', last: '2026-11-02' },
      {
        question: 'ипотека для учителей',
        function: 'appeals',
        zero: 2,
        filed: 0,
        first: '2026-11-01',
        last: '2026-11-20',
      },
    ]);
    expect(log.list('2026-11-10').map(({ question, zero }) => [question, zero])).toEqual([
      ['ипотека для учителей', 1],
    ]);
  });

  it('says how it keeps a question, and keeps nothing of a phone alone', () => {
    expect(log.add('filed', 'Перезвоните 8 913 123-45-67 про субсидию', '', '2026-11-01')).toBe(
      'перезвоните [номер] про субсидию',
    );
    expect(log.add('filed', '8 913 123-45-67', '', '2026-11-01')).toBeUndefined();
    expect(log.list()).toHaveLength(1);
  });

  it('has no column for who asked or at what hour', () => {
    const database = new DatabaseSync(gapFileOf(folder), { readOnly: true });
    const columns = database
      .prepare('PRAGMA table_info(gap)')
      .all()
      .map(({ name }) => name);
    database.close();
    expect(columns).toEqual(['question', 'kind', 'function', 'day', 'count']);
  });

  it('forgets what is older than 400 days, and the oldest past ten thousand', () => {
    log.add('zero', 'старый вопрос', '', '2025-01-01');
    for (let number = 0; number < 210; number++) log.add('zero', 'новый вопрос', '', '2026-11-25');
    expect(log.list().map(({ question }) => question)).toEqual(['новый вопрос']);
    const database = new DatabaseSync(gapFileOf(folder));
    database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10100)
      INSERT INTO gap SELECT 'вопрос ' || i, 'zero', '', '2026-11-01', 1 FROM n`);
    database.close();
    for (let number = 0; number < 210; number++) log.add('zero', 'новый вопрос', '', '2026-11-25');
    expect(log.list().length).toBe(10_000);
    expect(log.list()[0]?.question).toBe('новый вопрос');
  });

  it('opens again with what it had, and refuses a file of a newer version', () => {
    log.add('filed', 'вывоз снега', '', '2026-11-02');
    log.close();
    log = new GapLog(folder, () => dictionary);
    expect(log.list()).toHaveLength(1);
    const database = new DatabaseSync(gapFileOf(folder));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => new GapLog(folder, () => dictionary)).toThrow(/более новой версией/);
  });
});
