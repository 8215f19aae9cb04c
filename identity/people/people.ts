import type { DatabaseSync } from 'node:sqlite';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { type Person, type Role, roles } from '../identity.ts';
import { normalEmail } from './email.ts';
import { AccountProblem } from './problem.ts';

/** An account as an administrator sees it. */
export interface Account extends Person {
  readonly email: string;
  readonly blocked: boolean;
  readonly hasPassword: boolean;
  /** When a session of theirs was last used, as long as there is one. */
  readonly seen?: string;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly units?: readonly string[];
}

export type AccountChange = Partial<{
  readonly name: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly blocked: boolean;
}>;

/** What an outer authority says of somebody: an OpenID provider or a proxy. */
export interface Said {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly units?: readonly string[];
  /** For whom no role is said. */
  readonly fallbackRole?: Role;
}

const textList = z.string().transform((text): string[] => z.array(z.string()).parse(JSON.parse(text)));
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: textList.transform((list) => knownRoles(list)),
  units: textList,
  blocked: z.number().transform(Boolean),
  hasPassword: z.number().transform(Boolean),
  seen: z.string().nullable(),
});
const select = `select u."id", u."name", u."email", u."roles", u."units", u."blocked",
  exists (select 1 from "account" a where a."userId" = u."id" and a."password" is not null) as hasPassword,
  (select max(s."updatedAt") from "session" s where s."userId" = u."id") as seen from "user" u`;

const maxNameLength = 100;

/** Keeps of some words those that are roles, in the order of the table of roles. */
export function knownRoles(words: readonly string[]): Role[] {
  return roles.filter((role) => words.includes(role));
}

/** The accounts of the agency. Every change ends the person's sessions (by the triggers of the database). */
export class People {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Whether there is anybody at all. */
  get any(): boolean {
    return this.#database.prepare('select 1 from "user" limit 1').get() !== undefined;
  }

  /** Whether somebody can manage accounts. */
  get administered(): boolean {
    return this.#administrators().length > 0;
  }

  /** By name, as a Russian list is sorted. */
  list(): Account[] {
    const rows = this.#database.prepare(select).all();
    return rows.map(accountOf).toSorted((a, b) => a.name.localeCompare(b.name, 'ru'));
  }

  find(id: string): Account | undefined {
    const row = this.#database.prepare(`${select} where u."id" = ?`).get(id);
    return row && accountOf(row);
  }

  findByEmail(email: string): Account | undefined {
    const row = this.#database.prepare(`${select} where u."email" = ?`).get(normalEmail(email));
    return row && accountOf(row);
  }

  /** @throws AccountProblem for a bad name or address, or one that is taken */
  add({ name, email, roles: given, units = [] }: NewAccount): Account {
    const row = { id: nanoid(), name: goodName(name), email: normalEmail(email) };
    if (this.findByEmail(row.email) !== undefined) throw taken(row.email);
    const now = new Date().toISOString();
    this.#database
      .prepare('insert into "user" values (?, ?, ?, 1, null, ?, ?, ?, ?, 0)')
      .run(row.id, row.name, row.email, now, now, listText(knownRoles(given)), listText(units));
    return this.#found(row.id);
  }

  /** @throws AccountProblem when nobody could manage accounts afterwards, or for a bad name */
  change(id: string, change: AccountChange): Account {
    const before = this.#found(id);
    const after = { ...before, ...change };
    const leaves = after.blocked || !after.roles.includes('administrator');
    const administrators = this.#administrators();
    if (leaves && administrators.length === 1 && administrators[0] === id)
      throw new AccountProblem(
        'last-administrator',
        'Это последний администратор: без него учётными записями не сможет управлять никто. Сначала сделайте администратором другого человека.',
      );
    this.#write(after);
    return this.#found(id);
  }

  /**
   * Follows what an outer authority says of somebody at every sign-in: makes the account of who is new and has a role, and
   * changes name and rights where they differ.
   *
   * @param said roles and units are left as they are here where nothing is said of them
   * @param spared a session that has just begun with these rights: it stays where the others end
   * @returns undefined for somebody new without any role
   */
  follow(email: string, said: Said, spared?: string): Account | undefined {
    const fallback = said.fallbackRole === undefined ? [] : [said.fallbackRole];
    const found = this.findByEmail(email);
    if (found === undefined) {
      const given = said.roles === undefined || said.roles.length === 0 ? fallback : said.roles;
      const name = said.name ?? normalEmail(email);
      return given.length === 0
        ? undefined
        : this.add({ name, email, roles: given, units: said.units ?? [] });
    }
    const roles = said.roles === undefined ? found.roles : said.roles.length === 0 ? fallback : said.roles;
    const after = { ...found, roles, units: said.units ?? found.units, name: said.name ?? found.name };
    const same = (['name', 'roles', 'units'] as const).every(
      (part) => JSON.stringify(after[part]) === JSON.stringify(found[part]),
    );
    if (!same) this.#sparing(spared, () => this.#write(after));
    return same ? found : this.#found(found.id);
  }

  /** @throws AccountProblem for what `add` would refuse */
  check({ name, email }: { name: string; email: string }): void {
    goodName(name);
    if (this.findByEmail(email) !== undefined) throw taken(normalEmail(email));
  }

  /** The triggers end every session of whose rights change; this one is put back in the same transaction. */
  #sparing(session: string | undefined, work: () => void): void {
    this.#database.exec('begin immediate');
    try {
      const row =
        session === undefined
          ? undefined
          : this.#database.prepare('select * from "session" where "id" = ?').get(session);
      work();
      if (row !== undefined) {
        const names = Object.keys(row);
        this.#database
          .prepare(
            `insert or ignore into "session" (${names.map((name) => `"${name}"`).join()})
             values (${names.map(() => '?').join()})`,
          )
          .run(...Object.values(row));
      }
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  #write({ id, name, roles: held, units, blocked }: Account): void {
    this.#database
      .prepare(
        'update "user" set "name" = ?, "roles" = ?, "units" = ?, "blocked" = ?, "updatedAt" = ? where "id" = ?',
      )
      .run(
        goodName(name),
        listText(knownRoles(held)),
        listText(units),
        blocked ? 1 : 0,
        new Date().toISOString(),
        id,
      );
  }

  #found(id: string): Account {
    const account = this.find(id);
    if (account === undefined)
      throw new AccountProblem('no-account', 'Такой учётной записи нет: проверьте список.');
    return account;
  }

  #administrators(): string[] {
    return this.list()
      .filter(({ roles: held, blocked }) => !blocked && held.includes('administrator'))
      .map(({ id }) => id);
  }
}

function accountOf(row: unknown): Account {
  const { seen, ...account } = rowSchema.parse(row);
  return { ...account, ...(seen === null ? {} : { seen }) };
}

function listText(list: readonly string[]): string {
  return JSON.stringify([...new Set(list)]);
}

function goodName(given: string): string {
  const name = given.trim().replaceAll(/\s+/gu, ' ');
  if (name === '' || name.length > maxNameLength || /\p{Cc}/u.test(name))
    throw new AccountProblem(
      'bad-name',
      `Укажите имя и фамилию человека, не длиннее ${maxNameLength} знаков.`,
    );
  return name;
}

function taken(email: string): AccountProblem {
  return new AccountProblem('email-taken', `На адрес ${email} учётная запись уже есть.`);
}

/** The person of an account, without what only an administrator sees. */
export function personOf({ id, name, email, roles: held, units }: Account): Person {
  return { id, name, email, roles: held, units };
}
