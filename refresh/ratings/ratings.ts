import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What citizens said of a page. */
export interface PageRating {
  /** `id` of the page. */
  readonly page: string;
  readonly helped: number;
  readonly notHelped: number;
}

const keptDays = 400;
const rowsSchema = z.array(z.object({ page: z.string(), helped: z.number(), notHelped: z.number() }));

const tables = `
  CREATE TABLE IF NOT EXISTS rating (
    page TEXT NOT NULL,
    day TEXT NOT NULL,
    helped INTEGER NOT NULL DEFAULT 0,
    not_helped INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (page, day)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS rating_day ON rating (day);
`;

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'ratings.sqlite');
}

/** What was said since a day, pages that helped least first; where nobody was ever asked no file is made. */
export function ratingsSince(dataFolder: string, since?: string): readonly PageRating[] {
  if (!existsSync(fileOf(dataFolder))) return [];
  const log = new RatingLog(dataFolder);
  try {
    return log.list(since);
  } finally {
    log.close();
  }
}

/** «Помогло» and «не помогло»: two counts a page and day. Never who, from where, at what hour, or in which words. */
export class RatingLog {
  readonly #database: DatabaseSync;

  /** @throws when the folder cannot be written */
  constructor(dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true });
    this.#database = new DatabaseSync(fileOf(dataFolder), { timeout: 2_000 });
    this.#database.exec(`PRAGMA journal_mode = WAL; ${tables}`);
  }

  /** Counts one answer on a day, `2026-11-26`; days before the last four hundred go. */
  add(page: string, helped: boolean, day: string): void {
    const column = helped ? 'helped' : 'not_helped';
    this.#database
      .prepare(
        `INSERT INTO rating (page, day, ${column}) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET ${column} = ${column} + 1`,
      )
      .run(page, day);
    this.#database.prepare(`DELETE FROM rating WHERE day < date(?, '-${keptDays} days')`).run(day);
  }

  /** What was said since a day, pages that helped least first. */
  list(since = '0000-01-01'): readonly PageRating[] {
    const rows = this.#database
      .prepare(
        `SELECT page, sum(helped) AS helped, sum(not_helped) AS notHelped FROM rating WHERE day >= ?
         GROUP BY page ORDER BY notHelped DESC, helped DESC, page`,
      )
      .all(since);
    return rowsSchema.parse(rows);
  }

  close(): void {
    this.#database.close();
  }
}
