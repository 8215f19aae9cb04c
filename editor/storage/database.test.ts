import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DraftDatabase, openDatabase } from './database.ts';
import { StorageError } from './errors.ts';
import type { DraftRecord } from './record.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-drafts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let file: string;
let database: DraftDatabase;
let number = 0;
beforeEach(() => {
  number += 1;
  file = join(folder, `${number}.sqlite`);
  database = openDatabase(file);
  return () => database.close();
});

function record(id: string): DraftRecord {
  return {
    id,
    template: 'first-reply',
    letter: 'first-reply',
    title: 'Первичный ответ',
    urgent: false,
    received: '2026-11-20T10:00:00Z',
    values: { номер: '102-41', благодарность: true },
    created: '2026-11-20T10:00:00.000Z',
    updated: '2026-11-20T10:00:00.000Z',
    epoch: 1,
    schema: 1,
    state: 'draft',
  };
}

/** A document with a text, and every update that made it. */
function typed(text: string): { document: Y.Doc; updates: Uint8Array[] } {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  for (const character of text) document.getText('text').insert(document.getText('text').length, character);
  return { document, updates };
}

function textOf(update: Uint8Array): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return document.getText('text').toString();
}

const now = '2026-11-20T11:00:00.000Z';
const appendAll = (draft: string, updates: readonly Uint8Array[]) =>
  database.append(
    updates.map((update) => ({ draft, epoch: 1, update })),
    now,
  );

describe('DraftDatabase', () => {
  it('keeps a draft as it was made, over a restart', () => {
    database.create({
      record: record('one'),
      document: typed('Здравствуйте').updates[0] ?? new Uint8Array(),
    });
    database.close();
    database = openDatabase(file);
    expect(database.find('one')).toEqual(record('one'));
    expect(textOf(database.load('one').document)).toBe('З');
  });

  it('puts a document together out of its log and notes when it was changed', () => {
    const { updates } = typed('Здравствуйте!');
    database.create({ record: record('one'), document: updates[0] ?? new Uint8Array() });
    expect(appendAll('one', updates.slice(1))).toEqual(new Set());
    expect(textOf(database.load('one').document)).toBe('Здравствуйте!');
    expect(database.find('one')?.updated).toBe(now);
  });

  it('lists the newest first', () => {
    database.create({ record: record('a'), document: new Uint8Array([0, 0]) });
    database.create({ record: { ...record('b'), updated: now }, document: new Uint8Array([0, 0]) });
    expect(database.list().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('tells which drafts of a group do not exist, and keeps the others', () => {
    const { updates } = typed('да');
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    const missing = database.append(
      [
        ...updates.map((update) => ({ draft: 'one', epoch: 1, update })),
        { draft: 'no', epoch: 1, update: new Uint8Array([0, 0]) },
      ],
      now,
    );
    expect(missing).toEqual(new Set(['no']));
    expect(textOf(database.load('one').document)).toBe('да');
  });

  it('does not mix the epochs of a draft', () => {
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    const update = typed('старое').updates[0] ?? new Uint8Array();
    expect(database.append([{ draft: 'one', epoch: 7, update }], now)).toEqual(new Set(['one']));
  });

  it('removes a draft with its whole log (OT-3: drafts are not an archive)', () => {
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    appendAll('one', typed('тайна').updates);
    database.remove('one');
    expect(database.find('one')).toBeUndefined();
    const raw = new DatabaseSync(file, { readOnly: true });
    expect(raw.prepare('SELECT count(*) AS rows FROM draft_update').get()?.rows).toBe(0);
    raw.close();
  });

  it('names a draft that is not there', () => {
    expect(() => database.load('no')).toThrow(StorageError);
    expect(() => database.rename('no', 'Имя')).toThrow('Такого черновика нет');
    expect(() => database.remove('no')).toThrow('Такого черновика нет');
  });

  it('refuses a log with a damaged row instead of losing a part of the letter silently', () => {
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    appendAll('one', typed('важно').updates);
    const raw = new DatabaseSync(file);
    raw.exec('UPDATE draft_update SET bytes = zeroblob(length(bytes)) WHERE sequence = 3');
    raw.close();
    expect(() => database.load('one')).toThrow('повреждена');
    expect(() => database.compact('one')).toThrow('повреждена');
  });

  it('refuses a file of a newer program', () => {
    const other = join(folder, 'newer.sqlite');
    const raw = new DatabaseSync(other);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    expect(() => openDatabase(other)).toThrow('более новой версией');
  });

  it('compacts without changing the document, whatever was typed and by whom', () => {
    let run = 0;
    const edit = fc.record({
      writer: fc.nat(2),
      at: fc.nat(60),
      insert: fc.string({ maxLength: 5 }),
      remove: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 40 }), fc.nat(40), (edits, compactAfter) => {
        run += 1;
        const id = `draft-${run}`;
        database.create({ record: record(id), document: new Uint8Array([0, 0]) });
        const writers = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        edits.forEach(({ writer, at, insert, remove }, index) => {
          const document = writers[writer];
          if (document === undefined) return;
          const updates: Uint8Array[] = [];
          const keep = (update: Uint8Array) => updates.push(update);
          document.on('update', keep);
          const text = document.getText('text');
          const place = Math.min(at, text.length);
          document.transact(() => {
            text.delete(place, Math.min(remove, text.length - place));
            text.insert(place, insert);
          });
          document.off('update', keep);
          appendAll(id, updates);
          // Now and then the writers hear of each other.
          if (index % 3 === 0)
            for (const other of writers) Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
          if (index === compactAfter) database.compact(id);
        });
        const before = database.load(id);
        database.compact(id);
        const after = database.load(id);
        expect(textOf(after.document)).toBe(textOf(before.document));
        expect(Y.encodeStateVectorFromUpdate(after.document)).toEqual(
          Y.encodeStateVectorFromUpdate(before.document),
        );
        expect(after.size.rows).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('makes a letter of 3 000 characters small', () => {
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    appendAll('one', typed('письмо'.repeat(500)).updates);
    const before = database.load('one').size;
    const after = database.compact('one');
    expect(after.rows).toBe(1);
    expect(after.bytes).toBeLessThan(before.bytes / 5);
  });

  it('does not compact a log in which an update waits for one that is missing', () => {
    const { updates } = typed('абв');
    database.create({ record: record('one'), document: new Uint8Array([0, 0]) });
    appendAll(
      'one',
      [updates[0], updates[2]].filter((update) => update !== undefined),
    );
    expect(database.compact('one').rows).toBe(3);
    appendAll(
      'one',
      [updates[1]].filter((update) => update !== undefined),
    );
    expect(textOf(database.load('one').document)).toBe('абв');
  });
});

describe('the history of a draft', () => {
  const line = (from: DraftRecord['state'], to: DraftRecord['state']) =>
    ({ draft: 'a', at: now, person: 'Анна', happening: { kind: 'state', from, to } }) as const;

  it('puts a draft into the state of its last line, over a restart', () => {
    database.create({ record: record('a'), document: Y.encodeStateAsUpdate(new Y.Doc()) });
    expect(database.find('a')?.state).toBe('draft');
    database.record(line('draft', 'approval'));
    database.record({ draft: 'a', at: now, person: 'Борис', happening: { kind: 'exit', way: 'docx' } });
    const reopened = openDatabase(file);
    expect(reopened.list()).toMatchObject([{ id: 'a', state: 'approval', updated: now }]);
    expect(reopened.history('a').map(({ person, happening }) => [person, happening])).toEqual([
      ['Анна', { kind: 'state', from: 'draft', to: 'approval' }],
      ['Борис', { kind: 'exit', way: 'docx' }],
    ]);
    reopened.close();
  });

  it('adds no line that starts from another state than the draft is in: of two people one goes on', () => {
    database.create({ record: record('a'), document: Y.encodeStateAsUpdate(new Y.Doc()) });
    expect(database.record(line('draft', 'approval'))).toBeTypeOf('number');
    expect(database.record(line('draft', 'approval'))).toBeUndefined();
    expect(database.history('a')).toHaveLength(1);
  });

  it('cannot be changed afterwards, and goes with the draft (OT-3)', () => {
    database.create({ record: record('a'), document: Y.encodeStateAsUpdate(new Y.Doc()) });
    database.record(line('draft', 'approval'));
    const other = new DatabaseSync(file);
    expect(() => other.exec("UPDATE draft_event SET person = 'Вера'")).toThrow('only added to');
    database.remove('a');
    expect(other.prepare('SELECT count(*) AS count FROM draft_event').get()).toEqual({ count: 0 });
    other.close();
  });

  it('comes to files that were made before there was one, and leaves their drafts as they are', () => {
    database.create({ record: record('a'), document: Y.encodeStateAsUpdate(new Y.Doc()) });
    const other = new DatabaseSync(file);
    other.exec(
      'DROP TABLE draft_event; DROP TABLE draft_version; DROP TABLE draft_mention; DROP TABLE draft_attribution; PRAGMA user_version = 1;',
    );
    other.close();
    const reopened = openDatabase(file);
    expect(reopened.find('a')).toEqual(record('a'));
    reopened.record(line('draft', 'approval'));
    expect(reopened.find('a')?.state).toBe('approval');
    reopened.close();
  });
});
