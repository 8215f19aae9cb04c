import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import * as Y from 'yjs';
import { letterField, variablesField } from '../schema/version.ts';
import { Attributions } from '../together/attributions.ts';
import { changedSince } from '../together/people.ts';
import { StorageError } from './errors.ts';
import { type DraftVersion, type NewVersion, versionRowSchema } from './version.ts';

/** So many versions that were kept by themselves are remembered of a draft; those kept by hand all are. */
const keptByItself = 60;

/** The table of versions; a step of the migrations. */
export const versionTables = `
  CREATE TABLE draft_version (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    writers TEXT NOT NULL,
    letter INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX draft_version_of ON draft_version (draft, sequence);
  CREATE TRIGGER draft_version_stays BEFORE UPDATE ON draft_version
  BEGIN SELECT RAISE(ABORT, 'Versions of a draft are only added.'); END;
`;

/** A version is bound to the account that kept it, not to a name; a step of the migrations. */
export const versionAccounts = "ALTER TABLE draft_version ADD COLUMN account TEXT NOT NULL DEFAULT '';";

/**
 * Keeps a document as a version, in a transaction of the caller. One that is to be kept by itself and says the same as the
 * last one is not kept: undefined.
 */
export function insertVersion(
  database: DatabaseSync,
  { draft, at, kind, name, person, account = '' }: NewVersion,
  state: Uint8Array,
  attributions: Attributions = new Attributions(),
): number | undefined {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  const letter = sumOf(document);
  const last = database
    .prepare(
      'SELECT letter, bytes, checksum FROM draft_version WHERE draft = ? ORDER BY sequence DESC LIMIT 1',
    )
    .get(draft);
  if (last?.letter === letter && kind !== 'hand' && kind !== 'restored') return undefined;
  const since = last === undefined ? new Uint8Array([0]) : Y.encodeStateVectorFromUpdate(whole(last));
  const writers = changedSince(document, since, attributions, at);
  document.destroy();
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO draft_version (draft, at, kind, name, person, account, writers, letter, bytes, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(draft, at, kind, name, person, account, JSON.stringify(writers), letter, state, crc32(state));
  database
    .prepare(
      `DELETE FROM draft_version WHERE draft = ?1 AND kind <> 'hand' AND kind <> 'created' AND sequence NOT IN (
         SELECT sequence FROM draft_version WHERE draft = ?1 AND kind <> 'hand' ORDER BY sequence DESC LIMIT ?2)`,
    )
    .run(draft, keptByItself);
  return Number(lastInsertRowid);
}

/** The versions of a draft, the newest first. */
export function listVersions(database: DatabaseSync, draft: string): DraftVersion[] {
  return database
    .prepare(
      'SELECT sequence, at, kind, name, person, account, writers FROM draft_version WHERE draft = ? ORDER BY sequence DESC',
    )
    .all(draft)
    .map((row) => versionRowSchema.parse(row));
}

/** The document of a version as one update; undefined when there is no such version. */
export function versionState(database: DatabaseSync, draft: string, number: number): Uint8Array | undefined {
  const row = database
    .prepare('SELECT bytes, checksum FROM draft_version WHERE draft = ? AND sequence = ?')
    .get(draft, number);
  return row === undefined ? undefined : whole(row);
}

function whole({ bytes, checksum }: Record<string, SQLOutputValue>): Uint8Array {
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== checksum)
    throw new StorageError('damaged', 'Версия черновика на диске повреждена: возьмите другую.');
  return bytes;
}

/** A sum over what the letter says: text, marks and values; comments are no part of it. */
function sumOf(document: Y.Doc): number {
  const values = [...document.getMap(variablesField)].sort(([one], [other]) => (one < other ? -1 : 1));
  return crc32(`${document.getXmlFragment(letterField).toString()}\n${JSON.stringify(values)}`);
}
