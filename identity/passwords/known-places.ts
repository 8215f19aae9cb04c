import type { DatabaseSync } from 'node:sqlite';

/** A place where nobody has signed in for so long is strange again. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

/**
 * From where a person has signed in with a password. It stands in the database and not in memory: an attack must not begin to
 * keep people out because the server was started anew. A new password forgets them, by a trigger.
 */
export class KnownPlaces {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  has(person: string, network: string): boolean {
    const row = this.#database
      .prepare('select 1 from known_place where person = ? and network = ? and at > ?')
      .get(person, network, this.#iso(-keptMs));
    return row !== undefined;
  }

  add(person: string, network: string): void {
    this.#database
      .prepare('insert or replace into known_place (person, network, at) values (?, ?, ?)')
      .run(person, network, this.#iso());
    this.#database.prepare('delete from known_place where at <= ?').run(this.#iso(-keptMs));
  }

  #iso(shift = 0): string {
    return new Date(this.#now() + shift).toISOString();
  }
}
