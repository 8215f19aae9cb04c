import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { draftStates } from '../approval/state.ts';
import { schemaVersion } from '../schema/version.ts';
import { type Attributed, Attributions } from '../together/attributions.ts';
import type { OpenMention } from '../together/threads.ts';
import { StorageError } from './errors.ts';
import { type DraftEvent, eventRowSchema, type NewEvent } from './event.ts';
import type { DraftRecord, NewDraft } from './record.ts';
import { replay } from './replay.ts';
import type { DraftVersion, NewVersion } from './version.ts';
import { insertVersion, listVersions, versionAccounts, versionState, versionTables } from './versions.ts';

/** The tables, step by step: a file that has had the first steps gets the others. A newer file is refused. */
const migrations: readonly string[] = [
  `
  CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    template TEXT NOT NULL,
    letter TEXT NOT NULL,
    title TEXT NOT NULL,
    urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    received TEXT NOT NULL,
    variables TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    schema INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE draft_update (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX draft_update_of ON draft_update (draft, epoch, sequence);
  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT;
`,
  // Lines of a draft's history are added and never changed; they go when the draft goes (OT-3).
  `
  CREATE TABLE draft_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    happening TEXT NOT NULL
  ) STRICT;
  CREATE INDEX draft_event_of ON draft_event (draft, sequence);
  CREATE TRIGGER draft_event_stays BEFORE UPDATE ON draft_event
  BEGIN SELECT RAISE(ABORT, 'The history of a draft is only added to.'); END;
`,
  versionTables,
  // Who is called in the comments of a draft and has not answered: read out of its document, for the list of drafts.
  `
  CREATE TABLE draft_mention (
    draft TEXT PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
    mentions TEXT NOT NULL
  ) STRICT;
`,
  versionAccounts,
  // Which account brought which changes: beside the updates and not in them, where every writer could write it.
  `
  CREATE TABLE draft_attribution (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (draft, client, start)
  ) STRICT;
`,
];

/** A draft and the state that the last line of its history put it into. */
const drafts = `
  SELECT draft.*, coalesce((
    SELECT happening ->> '$.to' FROM draft_event
    WHERE draft = draft.id AND happening ->> '$.kind' = 'state' ORDER BY sequence DESC LIMIT 1
  ), 'draft') AS state FROM draft`;

const rowSchema = z
  .object({
    id: z.string(),
    template: z.string(),
    letter: z.string(),
    title: z.string(),
    urgent: z.number(),
    received: z.string(),
    variables: z.string(),
    created: z.string(),
    updated: z.string(),
    epoch: z.number(),
    schema: z.number(),
    state: z.enum(draftStates),
  })
  .transform(
    ({ variables, urgent, ...row }): DraftRecord => ({
      ...row,
      urgent: urgent === 1,
      values: z.record(z.string(), z.union([z.string(), z.boolean()])).parse(JSON.parse(variables)),
    }),
  );

const mentionsRowSchema = z
  .object({ draft: z.string(), mentions: z.string() })
  .transform(({ draft, mentions }): [string, OpenMention[]] => [
    draft,
    z.array(z.object({ name: z.string(), comment: z.string() })).parse(JSON.parse(mentions)),
  ]);

const attributionRowSchema = z
  .object({
    client: z.number(),
    start: z.number(),
    stop: z.number().nullable(),
    person: z.string(),
    name: z.string(),
  })
  .transform(
    ({ start, stop, ...row }): Attributed => ({
      ...row,
      from: start,
      ...(stop === null ? {} : { to: stop }),
    }),
  );

/** An update to append. */
export interface Append {
  readonly draft: string;
  readonly epoch: number;
  readonly update: Uint8Array;
  /** Whose it is, where that was not known yet. */
  readonly attributions?: readonly Attributed[];
}

/** How long the log of a draft is. */
export interface LogSize {
  readonly rows: number;
  readonly bytes: number;
}

/** The drafts in SQLite: rows, and an append-only log of Yjs updates. Synchronous; lives in the writer's thread. */
export interface DraftDatabase {
  list(): DraftRecord[];
  find(draft: string): DraftRecord | undefined;
  create(draft: NewDraft): void;
  rename(draft: string, title: string): void;
  remove(draft: string): void;
  /** Adds a line to the history; undefined when the draft is no longer in the state that the line starts from. */
  record(event: NewEvent): number | undefined;
  history(draft: string): DraftEvent[];
  /** Appends all of them in one transaction; gives the drafts that do not exist (any more). */
  append(appends: readonly Append[], now: string): Set<string>;
  /** The document of a draft as one update, replayed from the log. */
  load(draft: string): {
    record: DraftRecord;
    document: Uint8Array;
    attributions: Attributed[];
    size: LogSize;
  };
  /** Keeps the document as it is now as a version; undefined when it says the same as the last one. */
  keepVersion(version: NewVersion): number | undefined;
  versions(draft: string): DraftVersion[];
  /** The document of a version as one update; undefined when there is no such version. */
  version(draft: string, number: number): Uint8Array | undefined;
  /** Remembers who is called in the comments of a draft; nothing for a draft that is gone. */
  setMentions(draft: string, mentions: readonly OpenMention[]): void;
  /** Who is called in the comments, by draft. */
  mentions(): Map<string, OpenMention[]>;
  /** Replaces the log of a draft by one row with the same content. */
  compact(draft: string): LogSize;
  /** Proves that the store can be written. */
  check(): void;
  close(): void;
}

/** Opens the drafts, creating the file when there is none. */
export function openDatabase(file: string): DraftDatabase {
  const database = new DatabaseSync(file, { timeout: 2_000, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  migrate(database);
  return new SqliteDrafts(database);
}

function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > migrations.length)
    throw new StorageError(
      'storage',
      'Файл черновиков создан более новой версией программы. Обновите программу или укажите другую папку данных.',
    );
  const steps = migrations.slice(version).join('');
  if (steps === '') return;
  database.exec(`BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${migrations.length}; COMMIT;`);
}

class SqliteDrafts implements DraftDatabase {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list(): DraftRecord[] {
    const rows = this.#database.prepare(`${drafts} ORDER BY updated DESC, id`).all();
    return rows.map((row) => rowSchema.parse(row));
  }

  find(draft: string): DraftRecord | undefined {
    const row = this.#database.prepare(`${drafts} WHERE id = ?`).get(draft);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  create({ record, document }: NewDraft): void {
    this.#transaction(() => {
      this.#database
        .prepare(
          `INSERT INTO draft (id, template, letter, title, urgent, received, variables, created, updated, epoch, schema)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          record.id,
          record.template,
          record.letter,
          record.title,
          record.urgent ? 1 : 0,
          record.received,
          JSON.stringify(record.values),
          record.created,
          record.updated,
          record.epoch,
          record.schema,
        );
      this.#insert({ draft: record.id, epoch: record.epoch, update: document });
      const first = { draft: record.id, at: record.created, kind: 'created', name: '', person: '' } as const;
      insertVersion(this.#database, first, document);
    });
  }

  keepVersion(version: NewVersion): number | undefined {
    return this.#transaction(() => {
      const record = this.find(version.draft);
      if (record === undefined) throw gone();
      const attributions = new Attributions(this.#attributions(version.draft));
      return insertVersion(this.#database, version, replay(this.#updates(record)).state, attributions);
    });
  }

  setMentions(draft: string, mentions: readonly OpenMention[]): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO draft_mention (draft, mentions) SELECT id, ? FROM draft WHERE id = ?')
      .run(JSON.stringify(mentions), draft);
  }

  mentions(): Map<string, OpenMention[]> {
    const rows = this.#database.prepare('SELECT draft, mentions FROM draft_mention').all();
    return new Map(rows.map((row) => mentionsRowSchema.parse(row)));
  }

  versions(draft: string): DraftVersion[] {
    if (this.find(draft) === undefined) throw gone();
    return listVersions(this.#database, draft);
  }

  version(draft: string, number: number): Uint8Array | undefined {
    return versionState(this.#database, draft, number);
  }

  rename(draft: string, title: string): void {
    const { changes } = this.#database.prepare('UPDATE draft SET title = ? WHERE id = ?').run(title, draft);
    if (changes === 0) throw gone();
  }

  remove(draft: string): void {
    const { changes } = this.#database.prepare('DELETE FROM draft WHERE id = ?').run(draft);
    if (changes === 0) throw gone();
  }

  record({ draft, at, person, happening }: NewEvent): number | undefined {
    return this.#transaction(() => {
      const record = this.find(draft);
      if (record === undefined) throw gone();
      if (happening.kind === 'state') {
        if (record.state !== happening.from) return undefined;
        this.#database.prepare('UPDATE draft SET updated = ? WHERE id = ?').run(at, draft);
      }
      const { lastInsertRowid } = this.#database
        .prepare('INSERT INTO draft_event (draft, at, person, happening) VALUES (?, ?, ?, ?)')
        .run(draft, at, person, JSON.stringify(happening));
      return Number(lastInsertRowid);
    });
  }

  history(draft: string): DraftEvent[] {
    const rows = this.#database
      .prepare('SELECT sequence, at, person, happening FROM draft_event WHERE draft = ? ORDER BY sequence')
      .all(draft);
    return rows.map((row) => eventRowSchema.parse(row));
  }

  append(appends: readonly Append[], now: string): Set<string> {
    const missing = new Set<string>();
    this.#transaction(() => {
      const touch = this.#database.prepare(
        'UPDATE draft SET updated = ?, schema = max(schema, ?) WHERE id = ? AND epoch = ?',
      );
      const seen = new Set<string>();
      for (const append of appends) {
        const key = `${append.draft} ${append.epoch}`;
        if (!seen.has(key)) {
          seen.add(key);
          if (touch.run(now, schemaVersion, append.draft, append.epoch).changes === 0)
            missing.add(append.draft);
        }
        if (!missing.has(append.draft)) this.#insert(append);
      }
    });
    return missing;
  }

  load(draft: string): ReturnType<DraftDatabase['load']> {
    const record = this.find(draft);
    if (record === undefined) throw gone();
    const updates = this.#updates(record);
    const { state } = replay(updates);
    return { record, document: state, attributions: this.#attributions(draft), size: sizeOf(updates) };
  }

  compact(draft: string): LogSize {
    return this.#transaction(() => {
      const record = this.find(draft);
      if (record === undefined) throw gone();
      const updates = this.#updates(record);
      const { state, complete } = replay(updates);
      // Something in the log waits for an update that never came: the rows stay as they are.
      if (!complete || updates.length < 2) return sizeOf(updates);
      const last = this.#database
        .prepare('SELECT max(sequence) AS last FROM draft_update WHERE draft = ? AND epoch = ?')
        .get(draft, record.epoch)?.last;
      this.#insert({ draft, epoch: record.epoch, update: state });
      this.#database
        .prepare('DELETE FROM draft_update WHERE draft = ? AND epoch = ? AND sequence <= ?')
        .run(draft, record.epoch, last ?? 0);
      return { rows: 1, bytes: state.length };
    });
  }

  check(): void {
    this.#transaction(() => {
      this.#database
        .prepare('INSERT OR REPLACE INTO probe (id, at) VALUES (1, ?)')
        .run(new Date().toISOString());
    });
  }

  close(): void {
    this.#database.close();
  }

  #updates(record: DraftRecord): Uint8Array[] {
    const rows = this.#database
      .prepare('SELECT bytes, checksum FROM draft_update WHERE draft = ? AND epoch = ? ORDER BY sequence')
      .all(record.id, record.epoch);
    return rows.map(verified);
  }

  #attributions(draft: string): Attributed[] {
    const rows = this.#database
      .prepare('SELECT client, start, stop, person, name FROM draft_attribution WHERE draft = ?')
      .all(draft);
    return rows.map((row) => attributionRowSchema.parse(row));
  }

  #insert({ draft, epoch, update, attributions = [] }: Append): void {
    for (const { client, from, to, person, name } of attributions)
      this.#database
        .prepare(
          'INSERT OR IGNORE INTO draft_attribution (draft, client, start, stop, person, name) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(draft, client, from, to ?? null, person, name);
    this.#database
      .prepare('INSERT INTO draft_update (draft, epoch, bytes, checksum) VALUES (?, ?, ?, ?)')
      .run(draft, epoch, update, crc32(update));
  }

  #transaction<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

function verified({ bytes, checksum }: Record<string, SQLOutputValue>): Uint8Array {
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== checksum)
    throw new StorageError(
      'damaged',
      'Запись черновика на диске повреждена. Восстановите файл черновиков из резервной копии.',
    );
  return bytes;
}

function sizeOf(updates: readonly Uint8Array[]): LogSize {
  return { rows: updates.length, bytes: updates.reduce((sum, update) => sum + update.length, 0) };
}

function gone(): StorageError {
  return new StorageError('gone', 'Такого черновика нет: его удалили, или истёк срок хранения.');
}
