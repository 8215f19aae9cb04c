import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Dictionary } from '@ponyatno/russian';
import { z } from 'zod';
import { cleanQuery } from '../query/clean.ts';
import { withoutPersonal } from './personal.ts';

/** Why a question is in the log: nothing was found, or somebody said that no page answers it. */
export const gapKinds = ['zero', 'filed'] as const;
export type GapKind = (typeof gapKinds)[number];

/** A question that the knowledge base does not answer. */
export interface Gap {
  /** Without personal data, lower case. */
  readonly question: string;
  /** The function of the nearest page, or nothing. */
  readonly function: string;
  /** How often nothing was found, and how often it was filed. */
  readonly zero: number;
  readonly filed: number;
  /** The days it was first and last asked, `2026-11-25`. */
  readonly first: string;
  readonly last: string;
}

const longestQuestion = 120;
const tablesVersion = 1;
const keptDays = 400;
const mostRows = 10_000;
/** Trimming goes through the table. */
const trimEvery = 200;

const tables = `
  CREATE TABLE gap (
    question TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('zero', 'filed')),
    function TEXT NOT NULL,
    day TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (question, kind, function, day)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX gap_day ON gap (day);
`;

const rowsSchema = z.array(
  z.object({
    question: z.string(),
    function: z.string(),
    zero: z.number(),
    filed: z.number(),
    first: z.string(),
    last: z.string(),
  }),
);

/**
 * The questions that got no answer (RF-3): a text without personal data, a day, a count. Never who asked, from where, or at what hour.
 * What is older than 400 days goes, and so do the oldest past ten thousand rows.
 */
export class GapLog {
  readonly #database: DatabaseSync;
  readonly #dictionary: () => Dictionary;
  #untilTrim = 0;

  /**
   * @param dictionary asked for when the first question comes
   * @throws when the folder cannot be written or the file is of a newer version
   */
  constructor(dataFolder: string, dictionary: () => Dictionary) {
    mkdirSync(dataFolder, { recursive: true });
    this.#dictionary = dictionary;
    this.#database = new DatabaseSync(gapFileOf(dataFolder), { timeout: 1_000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    const version = Number(this.#database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > tablesVersion)
      throw new Error(
        'Файл вопросов без ответа создан более новой версией программы. Обновите программу или укажите другую папку данных.',
      );
    if (version < tablesVersion)
      this.#database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${tablesVersion}; COMMIT;`);
  }

  /**
   * Counts a question of a day.
   *
   * @returns the question as it is kept, or nothing when it had only personal data
   */
  add(kind: GapKind, asked: string, ofFunction: string, day: string): string | undefined {
    const question = keptForm(asked, this.#dictionary());
    if (question === undefined) return undefined;
    this.#database
      .prepare(
        `INSERT INTO gap (question, kind, function, day, count) VALUES (?, ?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET count = count + 1`,
      )
      .run(question, kind, ofFunction, day);
    if (this.#untilTrim-- <= 0) this.#trim(day);
    return question;
  }

  /** The questions of the days since, those that were filed and asked most first. */
  list(since = '0000-00-00'): Gap[] {
    const rows = this.#database
      .prepare(
        `SELECT question, function, min(day) AS first, max(day) AS last,
           sum(CASE kind WHEN 'zero' THEN count ELSE 0 END) AS zero,
           sum(CASE kind WHEN 'filed' THEN count ELSE 0 END) AS filed
         FROM gap WHERE day >= ? GROUP BY question, function
         ORDER BY filed DESC, zero DESC, last DESC, question`,
      )
      .all(since);
    return rowsSchema.parse(rows);
  }

  close(): void {
    this.#database.close();
  }

  #trim(day: string): void {
    this.#untilTrim = trimEvery;
    const oldest = new Date(Date.parse(day) - keptDays * 86_400_000).toISOString().slice(0, 10);
    this.#database.prepare('DELETE FROM gap WHERE day < ?').run(oldest);
    this.#database
      .prepare(
        `DELETE FROM gap WHERE (question, kind, function, day) IN
           (SELECT question, kind, function, day FROM gap ORDER BY day DESC LIMIT -1 OFFSET ?)`,
      )
      .run(mostRows);
  }
}

/** Where the log stands in the data folder. */
export function gapFileOf(dataFolder: string): string {
  return join(dataFolder, 'gaps.sqlite');
}

/** A question as it is kept: clean, short, lower case; nothing when no word of it is left. */
export function keptForm(asked: string, dictionary: Dictionary): string | undefined {
  const clean = withoutPersonal(cleanQuery(asked).replace(/\s+/gu, ' ').trim(), dictionary);
  const words = clean.slice(0, longestQuestion).toWellFormed().trim().toLowerCase();
  return /\p{L}{2}/u.test(words.replaceAll(/\[[а-я]+\]?/gu, '')) ? words : undefined;
}
