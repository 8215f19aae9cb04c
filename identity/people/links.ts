import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** A link is for today or tomorrow, not for the letter it may lie in. */
export const linkHours = 24;

const rowSchema = z.object({ person: z.string().nullable() });

/** For whom a link is: a person, or the first administrator, who is nobody yet. */
export interface LinkHolder {
  readonly person?: string;
}

/** One-time links to set a password. Only the digest of a key is kept: who reads the database can open none. */
export class Links {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Makes the key of a link for a person, or for the first administrator; the one before it opens nothing any more. */
  make(person?: string): string {
    const key = randomBytes(32).toString('base64url');
    this.#database.prepare('delete from link where person is ?').run(person ?? null);
    this.#database
      .prepare('insert into link (hash, person, expiresAt) values (?, ?, ?)')
      .run(digest(key), person ?? null, this.#iso(linkHours * 60 * 60));
    return key;
  }

  /** For whom the link is; undefined when it opens nothing (any more). */
  holder(key: string): LinkHolder | undefined {
    return holderOf(
      this.#database
        .prepare('select person from link where hash = ? and expiresAt > ?')
        .get(digest(key), this.#iso()),
    );
  }

  /** Uses the link up: of two who come at once only one is given its holder. */
  take(key: string): LinkHolder | undefined {
    return holderOf(
      this.#database
        .prepare('delete from link where hash = ? and expiresAt > ? returning person')
        .get(digest(key), this.#iso()),
    );
  }

  #iso(seconds = 0): string {
    return new Date(this.#now() + seconds * 1000).toISOString();
  }
}

function holderOf(row: unknown): LinkHolder | undefined {
  if (row === undefined) return undefined;
  const { person } = rowSchema.parse(row);
  return person === null ? {} : { person };
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
