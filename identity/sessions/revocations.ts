import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** One session has ended, or everything a person holds. */
export interface Revoked {
  readonly session?: string;
  readonly person?: string;
}

/** Another process (`ponyatno user`) may revoke too: so often the server looks. */
const lookEveryMs = 1_000;

const rowSchema = z.object({
  seq: z.number(),
  session: z.string().nullable(),
  person: z.string().nullable(),
});

/** Tells of every session that ends and every person whose rights change, whichever process does it. */
export class Revocations {
  readonly #database: DatabaseSync;
  readonly #listeners = new Set<(what: Revoked) => void>();
  #seen: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const last = database.prepare('select coalesce(max(seq), 0) as seq from revocation').get();
    this.#seen = z.object({ seq: z.number() }).parse(last).seq;
  }

  /** Looks every second from now on. */
  watch(): void {
    this.#timer ??= setInterval(() => this.look(), lookEveryMs).unref();
  }

  on(listener: (what: Revoked) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells what has been revoked since the last look. */
  look(): void {
    const rows = this.#database
      .prepare('select seq, session, person from revocation where seq > ? order by seq')
      .all(this.#seen);
    for (const row of rows) {
      const { seq, session, person } = rowSchema.parse(row);
      this.#seen = seq;
      this.tell({ ...(session === null ? {} : { session }), ...(person === null ? {} : { person }) });
    }
  }

  /** One listener that fails must not keep the others from cutting somebody off. */
  tell(what: Revoked): void {
    for (const listener of this.#listeners)
      try {
        listener(what);
      } catch (error) {
        console.error(error);
      }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
