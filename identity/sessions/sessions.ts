import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { lifetimeSeconds } from '../store/auth.ts';

/** A session as its person and an administrator see it; its token is shown to nobody. */
export interface Session {
  readonly id: string;
  readonly person: string;
  /** What the browser says of itself: «Firefox, Linux». */
  readonly device: string;
  /** ISO 8601, UTC. */
  readonly begun: string;
  readonly used: string;
}

const rowSchema = z.object({
  id: z.string(),
  person: z.string(),
  agent: z.string().nullable(),
  begun: z.string(),
  used: z.string(),
});

/** The sessions that are open. Deleting a row ends one: the triggers of the database tell the rest. */
export class Sessions {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** The sessions of a person, the last used first. */
  of(person: string): Session[] {
    return this.#database
      .prepare(
        `select "id", "userId" as person, "userAgent" as agent, "createdAt" as begun, "updatedAt" as used
         from "session" where "userId" = ? and "expiresAt" > ? and "createdAt" > ? order by "updatedAt" desc`,
      )
      .all(person, this.#iso(), this.#iso(-lifetimeSeconds))
      .map((row) => {
        const { agent, ...session } = rowSchema.parse(row);
        return { ...session, device: deviceName(agent ?? '') };
      });
  }

  /** Ends one session of a person; false when they have no such session. */
  end(person: string, id: string): boolean {
    const { changes } = this.#database
      .prepare('delete from "session" where "id" = ? and "userId" = ?')
      .run(id, person);
    return changes > 0;
  }

  /** Ends all sessions of a person, but the one that is named; gives how many. */
  endAll(person: string, but = ''): number {
    const { changes } = this.#database
      .prepare('delete from "session" where "userId" = ? and "id" <> ?')
      .run(person, but);
    return Number(changes);
  }

  /** Whether the session is older than a session may become. */
  isOver(begun: Date): boolean {
    return begun.getTime() + lifetimeSeconds * 1000 <= this.#now();
  }

  /** Removes what time has ended: sessions, links, and lines of revocation that everybody has read. */
  sweep(): void {
    this.#database
      .prepare('delete from "session" where "expiresAt" <= ? or "createdAt" <= ?')
      .run(this.#iso(), this.#iso(-lifetimeSeconds));
    this.#database.prepare('delete from link where expiresAt <= ?').run(this.#iso());
    this.#database.prepare('delete from "verification" where "expiresAt" <= ?').run(this.#iso());
    this.#database.prepare('delete from revocation where at <= ?').run(this.#iso(-60 * 60));
  }

  #iso(seconds = 0): string {
    return new Date(this.#now() + seconds * 1000).toISOString();
  }
}

const browsers = [
  ['YaBrowser', 'Яндекс Браузер'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrom', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** Names a device by the line the browser says of itself, as far as a person needs it to tell devices apart. */
export function deviceName(agent: string): string {
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1];
  const system = systems.find(([mark]) => agent.includes(mark))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(', ') || 'Неизвестное устройство';
}
