import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { draftRecord } from '../collaboration/testing.ts';
import { recordWriting } from '../together/people.ts';
import { Peer, paragraphs } from '../together/testing.ts';
import { Threads } from '../together/threads.ts';
import { versionLetter } from '../versions/restore.ts';
import { type DraftDatabase, openDatabase } from './database.ts';
import type { VersionKind } from './version.ts';

let folder: string;
let database: DraftDatabase;
let peer: Peer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-versions-'));
  database = openDatabase(join(folder, 'drafts.sqlite'));
  const seed = paragraphs('Ответим в срок.');
  database.create({ record: draftRecord('one'), document: seed });
  peer = new Peer(seed, 10);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Types at the end and brings it to the disk. */
function type(text: string, name = 'Анна'): void {
  const before = Y.encodeStateVector(peer.document);
  peer.edit(({ tr, doc }) => tr.insertText(text, doc.content.size - 1));
  recordWriting(peer.document, name, new Date('2026-11-25T10:00:00Z'));
  save(before);
}

function save(before: Uint8Array): void {
  const update = Y.encodeStateAsUpdate(peer.document, before);
  database.append([{ draft: 'one', epoch: 1, update }], '2026-11-25T10:00:00.000Z');
}

const keep = (kind: VersionKind, name = '') =>
  database.keepVersion({ draft: 'one', at: '2026-11-25T10:00:00.000Z', kind, name, person: 'Анна' });
const textOf = (number: number) => {
  const state = database.version('one', number);
  return state && versionLetter(state).document.textContent;
};

describe('versions', () => {
  it('begin with the template, and keep what the log says, with its writers', () => {
    type(' Завтра.');
    const number = keep('hand', 'Отдал начальнику');
    type(' Или позже.', 'Борис');
    const [version, first] = database.versions('one');
    expect(version).toMatchObject({
      number,
      kind: 'hand',
      name: 'Отдал начальнику',
      person: 'Анна',
      writers: [{ name: 'Анна', at: '2026-11-25T10:00Z' }],
    });
    expect(first).toMatchObject({ kind: 'created', writers: [] });
    expect(textOf(number ?? 0)).toBe('Ответим в срок. Завтра.');
    expect(textOf(first?.number ?? 0)).toBe('Ответим в срок.');
  });

  it('that are kept by themselves are kept only when the letter has changed; comments do not change it', () => {
    type(' Завтра.');
    expect(keep('session')).toBeDefined();
    expect(keep('copied')).toBeUndefined();
    const before = Y.encodeStateVector(peer.document);
    new Threads(peer.document).begin(
      'срок',
      { start: {}, end: {}, before: false },
      { author: 'Анна', text: 'Да', mentions: [] },
    );
    save(before);
    expect(keep('session')).toBeUndefined();
    expect(keep('hand', 'Ещё раз')).toBeDefined();
  });

  it('are the same after the log was compacted', () => {
    type(' Завтра.');
    const number = keep('hand', 'До');
    for (let time = 0; time < 5; time += 1) type('!');
    database.compact('one');
    expect(textOf(number ?? 0)).toBe('Ответим в срок. Завтра.');
    expect(keep('hand', 'После')).toBeDefined();
  });

  it('by themselves are the last sixty; those by hand and the first stay', () => {
    type('1');
    keep('hand', 'Первая');
    for (let time = 0; time < 70; time += 1) {
      type('x');
      keep('session');
    }
    const kinds = database.versions('one').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'session')).toHaveLength(60);
    expect(kinds.filter((kind) => kind === 'hand')).toHaveLength(1);
    expect(kinds.at(-1)).toBe('created');
  });

  it('go with their draft, and there are none of a draft that is gone', () => {
    const [version] = database.versions('one');
    database.remove('one');
    expect(database.version('one', version?.number ?? 0)).toBeUndefined();
    expect(() => database.versions('one')).toThrow('удал');
    expect(() => keep('hand', 'Да')).toThrow();
  });

  it('cannot be changed, and are refused when their bytes are damaged', () => {
    const [version] = database.versions('one');
    const raw = new DatabaseSync(join(folder, 'drafts.sqlite'));
    expect(() => raw.exec("UPDATE draft_version SET name = 'x'")).toThrow('only added');
    raw.exec('DROP TRIGGER draft_version_stays; UPDATE draft_version SET checksum = checksum + 1');
    raw.close();
    expect(() => database.version('one', version?.number ?? 0)).toThrow('повреждена');
  });
});
