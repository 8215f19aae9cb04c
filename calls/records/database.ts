import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CallRecord } from '../desk/record.ts';
import { callRecordSchema, type TrainingRecord, trainingSchema } from './schema.ts';

/** Grows with the tables; a newer file than this program knows is refused. */
const tablesVersion = 1;

const tables = `
  CREATE TABLE call (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    function TEXT,
    kind TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    transfers INTEGER NOT NULL,
    callbacks INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    closing TEXT NOT NULL
  ) STRICT;
  CREATE INDEX call_by_day ON call (day);
  CREATE TABLE missed (day TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;
  CREATE TABLE training (
    person TEXT NOT NULL,
    function TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (person, function)
  ) STRICT;
`;

/** Calls that nobody answered on a day. */
export interface MissedCalls {
  readonly day: string;
  readonly count: number;
}

/** The counters of calls and the training of the line, in SQLite. No name of a caller, no number, no word is in it. */
export interface CallRecords {
  /** Keeps the counters of a call; the same call sent again counts once, by what was sent last. */
  add(record: CallRecord): void;
  /** Sets the number of unanswered calls of a day (CL-10). */
  setMissed(missed: MissedCalls): void;
  /** Notes that a member of the staff has passed the training of a function (OT-5). */
  addTraining(record: TrainingRecord): void;
  /** The calls of a span of days, both ends included. */
  between(from: string, to: string): CallRecord[];
  missedBetween(from: string, to: string): MissedCalls[];
  training(): TrainingRecord[];
  close(): void;
}

const callRow = z
  .object({ closing: z.string() })
  .loose()
  .transform((row) => callRecordSchema.parse({ ...row, closing: JSON.parse(row.closing) }));
const missedRow = z.object({ day: z.string(), count: z.number() });

/** The file the counters of calls are in. */
export function callRecordsFile(dataFolder: string): string {
  return join(dataFolder, 'calls.db');
}

/**
 * Opens the records in the data folder.
 *
 * @throws when the file was written by a newer program
 */
export function openCallRecords(dataFolder: string): CallRecords {
  mkdirSync(dataFolder, { recursive: true });
  const database = new DatabaseSync(callRecordsFile(dataFolder));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000;');
  migrate(database);
  const add = database.prepare(
    'INSERT INTO call VALUES (:id, :day, :function, :kind, :seconds, :transfers, :callbacks, :unanswered, :closing) ON CONFLICT (id) DO UPDATE SET closing = excluded.closing, function = excluded.function',
  );
  const setMissed = database.prepare(
    'INSERT INTO missed VALUES (:day, :count) ON CONFLICT (day) DO UPDATE SET count = excluded.count',
  );
  const addTraining = database.prepare(
    'INSERT INTO training VALUES (:person, :function, :day) ON CONFLICT (person, function) DO UPDATE SET day = excluded.day',
  );
  const between = database.prepare('SELECT * FROM call WHERE day BETWEEN ? AND ? ORDER BY day, id');
  const missedBetween = database.prepare('SELECT * FROM missed WHERE day BETWEEN ? AND ? ORDER BY day');
  const training = database.prepare('SELECT * FROM training ORDER BY function, person');
  return {
    add(record) {
      add.run({ ...record, closing: JSON.stringify(record.closing) });
    },
    setMissed(missed) {
      setMissed.run({ ...missed });
    },
    addTraining(record) {
      addTraining.run({ ...record });
    },
    between: (from, to) => between.all(from, to).map((row) => callRow.parse(row)),
    missedBetween: (from, to) => missedBetween.all(from, to).map((row) => missedRow.parse(row)),
    training: () => training.all().map((row) => trainingSchema.parse({ ...row })),
    close: () => database.close(),
  };
}

function migrate(database: DatabaseSync): void {
  const { user_version: version } = z
    .object({ user_version: z.number() })
    .parse(database.prepare('PRAGMA user_version').get());
  if (version > tablesVersion)
    throw new Error(
      `calls.db was written by a newer version of Ponyatno (tables ${version}, this program knows ${tablesVersion}). Update the program or name another data folder in PONYATNO_DATA.`,
    );
  if (version === 0) database.exec(`BEGIN; ${tables} PRAGMA user_version = ${tablesVersion}; COMMIT;`);
}
