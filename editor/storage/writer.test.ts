import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DraftRecord } from './record.ts';
import { DraftWriter } from './writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-writer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let data: string;
let writer: DraftWriter;
let number = 0;
beforeEach(() => {
  number += 1;
  data = join(folder, String(number));
  writer = new DraftWriter(data);
  return () => writer.close();
});

const record: DraftRecord = {
  id: 'one',
  template: 'refusal',
  letter: 'refusal',
  title: 'Отказ',
  urgent: true,
  received: '2026-11-20T10:00:00Z',
  values: {},
  created: '2026-11-20T10:00:00.000Z',
  updated: '2026-11-20T10:00:00.000Z',
  epoch: 1,
  schema: 1,
  state: 'draft',
};
const empty = new Uint8Array([0, 0]);

function typed(text: string): Uint8Array[] {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  for (const character of text) document.getText('text').insert(document.getText('text').length, character);
  return updates;
}

function textOf(update: Uint8Array): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return document.getText('text').toString();
}

describe('DraftWriter', () => {
  it('answers an append only when another connection can read it', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    const raw = new DatabaseSync(join(data, 'drafts.sqlite'), { readOnly: true });
    const rows = () => Number(raw.prepare('SELECT count(*) AS rows FROM draft_update').get()?.rows);
    for (const update of typed('быстро')) {
      const before = rows();
      await writer.append('one', 1, load, update);
      expect(rows()).toBe(before + 1);
    }
    raw.close();
  });

  it('loads after everything that was appended before, waited for or not', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    const updates = typed('Решение будет принято');
    const appended = updates.map((update) => writer.append('one', 1, load, update));
    expect(textOf((await writer.load('one')).document)).toBe('Решение будет принято');
    await Promise.all(appended);
    expect(writer.settled('one')).toBeUndefined();
  });

  it('says when everything appended so far is on the disk', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    let done = 0;
    const appended = typed('письмо').map((update) =>
      writer.append('one', 1, load, update).then(() => {
        done += 1;
      }),
    );
    await writer.settled('one');
    expect(done).toBe(6);
    await Promise.all(appended);
  });

  it('commits updates that come together together', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    const updates = typed('а'.repeat(2_000));
    const began = performance.now();
    await Promise.all(updates.map((update) => writer.append('one', 1, load, update)));
    // One fsync each would take 2 000 × several milliseconds.
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('keeps nothing of a load after an update of it was lost, and everything of the next load', async () => {
    await writer.create({ record, document: empty });
    const first = await writer.load('one');
    const updates = typed('абв');
    const [a, b, c] = updates;
    if (!a || !b || !c) throw new Error('Three updates are expected.');
    await writer.append('one', 1, first.load, a);
    const blocker = new DatabaseSync(join(data, 'drafts.sqlite'));
    blocker.exec('BEGIN IMMEDIATE');
    await expect(writer.append('one', 1, first.load, b)).rejects.toMatchObject({ fault: 'storage' });
    blocker.exec('ROLLBACK');
    blocker.close();
    await expect(writer.append('one', 1, first.load, c)).rejects.toMatchObject({ fault: 'storage' });
    const second = await writer.load('one');
    expect(textOf(second.document)).toBe('а');
    await writer.append('one', 1, second.load, b);
    await writer.append('one', 1, second.load, c);
    expect(textOf((await writer.load('one')).document)).toBe('абв');
  });

  it('says that a draft is gone', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    await writer.remove('one');
    await expect(writer.append('one', 1, load, empty)).rejects.toMatchObject({ fault: 'gone' });
    await expect(writer.load('one')).rejects.toMatchObject({ fault: 'gone' });
  });

  it('compacts a long log by itself, and nothing is lost', async () => {
    await writer.create({ record, document: empty });
    const { load } = await writer.load('one');
    const text = 'Ваше письмо получено. '.repeat(40);
    await Promise.all(typed(text).map((update) => writer.append('one', 1, load, update)));
    const raw = new DatabaseSync(join(data, 'drafts.sqlite'), { readOnly: true });
    const rows = () => Number(raw.prepare('SELECT count(*) AS rows FROM draft_update').get()?.rows);
    await expect.poll(rows, { timeout: 5_000 }).toBe(1);
    raw.close();
    expect(textOf((await writer.load('one')).document)).toBe(text);
  });

  it('refuses everything after it was closed', async () => {
    await writer.close();
    await expect(writer.list()).rejects.toMatchObject({ fault: 'storage' });
  });

  it('proves that the store can be written, and fails when it cannot', async () => {
    await writer.check();
    const blocker = new DatabaseSync(join(data, 'drafts.sqlite'));
    blocker.exec('BEGIN IMMEDIATE');
    await expect(writer.check()).rejects.toMatchObject({ fault: 'storage' });
    blocker.close();
  });
});
