import type { AuditEvent } from '../audit/index.ts';
import type { AccountContext } from '../context.ts';
import type { Person } from '../identity.ts';
import type { Account, AccountChange, NewAccount } from './people.ts';
import { AccountProblem } from './problem.ts';

/** Who does something to an account; nobody where a command at the server does it. */
export type By = Pick<Person, 'id' | 'name'> | undefined;

/** What an administrator does with accounts. Every change is in the audit log before anybody is told that it happened. */
export class Management {
  readonly #context: AccountContext;

  constructor(context: AccountContext) {
    this.#context = context;
  }

  /** @throws AccountProblem */
  async add(account: NewAccount, by: By): Promise<Account> {
    this.#requireLog();
    const { people } = this.#context;
    if (!people.administered && !account.roles.includes('administrator'))
      throw new AccountProblem(
        'first-administrator',
        'Первым добавьте администратора: иначе учётными записями не сможет управлять никто.',
      );
    const added = people.add(account);
    this.#context.told();
    await this.#record({
      ...who(by),
      kind: 'account-added',
      subject: added.id,
      detail: added.roles.join(' '),
    });
    return added;
  }

  /** Changes an account; what changes rights ends the person's sessions. @throws AccountProblem */
  async change(id: string, change: AccountChange, by: By): Promise<Account> {
    // Shutting somebody out must always be possible.
    if (change.blocked !== true) this.#requireLog();
    const { people } = this.#context;
    const before = people.find(id);
    const after = people.change(id, change);
    this.#context.told();
    const rights = (account: Account) =>
      [...account.roles, ...account.units.map((unit) => `unit:${unit}`)].join(' ') || 'none';
    const detail =
      change.blocked === undefined || before?.blocked === after.blocked
        ? `from ${before === undefined ? '' : rights(before)} to ${rights(after)}`
        : after.blocked
          ? 'blocked'
          : 'unblocked';
    const kind =
      change.roles === undefined && change.units === undefined ? 'account-changed' : 'roles-changed';
    await this.#record({ ...who(by), kind, subject: id, detail });
    return after;
  }

  /** Makes a one-time link for a person to set a password; who is blocked gets none. @throws AccountProblem */
  async link(id: string, by: By): Promise<string> {
    this.#requireLog();
    const { people, links, settings } = this.#context;
    const account = people.find(id);
    if (account === undefined)
      throw new AccountProblem('no-account', 'Такой учётной записи нет: проверьте список.');
    if (account.blocked)
      throw new AccountProblem(
        'blocked',
        'Учётная запись закрыта. Сначала откройте её, потом создайте ссылку.',
      );
    const key = links.make(id);
    await this.#record({ ...who(by), kind: 'account-changed', subject: id, detail: 'link made' });
    return linkUrl(settings.url, key);
  }

  /** The link for the first administrator, while there is none; undefined afterwards. */
  firstLink(): string | undefined {
    const { people, links, settings } = this.#context;
    return people.administered ? undefined : linkUrl(settings.url, links.make());
  }

  /** Ends a session of somebody, or all of them; gives how many. */
  async endSessions(id: string, by: By, session?: string): Promise<number> {
    const { sessions } = this.#context;
    const ended = session === undefined ? sessions.endAll(id) : Number(sessions.end(id, session));
    this.#context.told();
    if (ended > 0)
      await this.#record({
        ...who(by),
        kind: 'session-revoked',
        subject: id,
        ...(session === undefined ? { detail: 'all' } : { session }),
      });
    return ended;
  }

  /** Ends all sessions of a person but the one that asks for it; gives how many. */
  async endOtherSessions(id: string, by: By, own: string): Promise<number> {
    const ended = this.#context.sessions.endAll(id, own);
    this.#context.told();
    if (ended > 0)
      await this.#record({ ...who(by), kind: 'session-revoked', subject: id, detail: 'all but this one' });
    return ended;
  }

  /** Nobody gets a right while nothing can be taken down. */
  #requireLog(): void {
    const trouble = this.#context.settings.audit?.trouble;
    if (trouble !== undefined)
      throw new AccountProblem('audit', `${trouble} Освободите место на диске сервера и повторите.`);
  }

  /** What is done already must not be forgotten: when the disk fails in this moment, it waits in memory. */
  async #record(event: AuditEvent): Promise<void> {
    const { audit } = this.#context.settings;
    await audit?.record(event).catch(() => audit.note(event));
  }
}

function linkUrl(url: string, key: string): string {
  return `${url}/sign-in/link?key=${key}`;
}

function who(by: By): Pick<AuditEvent, 'person'> {
  return by === undefined ? {} : { person: { id: by.id, name: by.name } };
}
