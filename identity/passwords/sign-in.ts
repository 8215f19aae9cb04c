import { setTimeout } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import type { AccountContext } from '../context.ts';
import type { Identity } from '../identity.ts';
import type { LinkHolder } from '../people/links.ts';
import type { Account } from '../people/people.ts';
import { AccountProblem } from '../people/problem.ts';
import { lifetimeSeconds, passwordLength } from '../store/auth.ts';
import { HashingQueue, type Turn } from './hashing-queue.ts';
import { KnownPlaces } from './known-places.ts';
import { networkOf } from './network.ts';
import { checkPassword } from './rules.ts';
import { Throttle } from './throttle.ts';

/** Where somebody signs in from. */
export interface Place {
  /** The address of the peer. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** Whose session the browser brought with it: it ends when another begins, so that nobody goes on under what another has put there. */
  readonly former?: Identity | undefined;
}

/** A session has begun: cookies to answer with. */
export interface SignedIn {
  readonly account: Account;
  readonly cookies: readonly string[];
}

const wrong = () =>
  new AccountProblem(
    'wrong-password',
    'Почта или пароль не подошли. Проверьте раскладку и повторите. Если пароль забыт, попросите у администратора ссылку для нового.',
  );

/** Signing in with a password, and setting one. */
export class PasswordSignIn {
  readonly #context: AccountContext;
  readonly #throttle: Throttle;
  readonly #places: KnownPlaces;
  readonly #hashing = new HashingQueue();

  constructor(context: AccountContext) {
    this.#context = context;
    const { now } = context.settings;
    this.#places = new KnownPlaces(context.database, now);
    this.#throttle = new Throttle(now, (person, network) => this.#places.has(person, network));
  }

  /**
   * Checks the password and begins a session. Somebody unknown and a wrong password get the same answer after the same work.
   *
   * @throws AccountProblem
   */
  async signIn(email: string, password: string, place: Place): Promise<SignedIn> {
    const account = this.#find(email);
    const key = account?.id ?? email.trim().toLowerCase().slice(0, 254);
    const { refusedMs, pauseMs } = this.#throttle.before(key, place.address);
    if (refusedMs > 0) throw slow(refusedMs);
    // Counted before the work, so that tries at the same time are not all free.
    this.#throttle.failed(key, place.address);
    if (pauseMs > 0) await setTimeout(pauseMs);
    const network = networkOf(place.address);
    const answer = await this.#hashing.run(
      () => this.#begin(account?.email ?? unknownEmail, password, place),
      { network, known: this.#places.has(key, network) },
    );
    if (account === undefined || !answer.ok) {
      const blocked = account !== undefined && (await isBlockedAnswer(answer));
      this.#context.settings.audit?.note({
        kind: 'sign-in-failed',
        ...(account === undefined ? {} : { person: { id: account.id, name: account.name } }),
        address: place.address,
        ...(blocked ? { detail: 'blocked' } : {}),
      });
      if (blocked) throw closed();
      throw wrong();
    }
    this.#throttle.succeeded(key, place.address);
    this.#places.add(account.id, networkOf(place.address));
    endFormer(this.#context, place);
    this.#context.settings.audit?.note({
      kind: 'sign-in',
      person: { id: account.id, name: account.name },
      address: place.address,
      detail: 'password',
    });
    return { account, cookies: sessionCookies(answer) };
  }

  /** For whom a one-time link is; undefined when it opens nothing. */
  linkHolder(key: string): (LinkHolder & { account?: Account }) | undefined {
    const holder = this.#context.links.holder(key);
    if (holder?.person === undefined)
      return holder !== undefined && this.#context.people.administered ? undefined : holder;
    const account = this.#context.people.find(holder.person);
    return account === undefined || account.blocked ? undefined : { ...holder, account };
  }

  /**
   * Sets the password of whom a one-time link is for, uses the link up and signs in. The first administrator says who they are.
   *
   * @throws AccountProblem; the link stays good when only the password or the name must be mended
   */
  async useLink(
    key: string,
    password: string,
    place: Place,
    first: { name: string; email: string } = { name: '', email: '' },
  ): Promise<SignedIn> {
    const holder = this.linkHolder(key);
    if (holder === undefined) throw spent();
    checkPassword(password, holder.account ?? first);
    const hash = await this.#hash(password, trusted(place));
    const { people, links } = this.#context;
    if (holder.account === undefined) people.check(first);
    if (links.take(key) === undefined || (holder.account === undefined && people.administered)) throw spent();
    const account = holder.account ?? people.add({ ...first, roles: ['administrator'] });
    this.#store(account, hash);
    this.#context.told();
    this.#context.settings.audit?.note({
      kind: holder.account === undefined ? 'account-added' : 'account-changed',
      person: { id: account.id, name: account.name },
      subject: account.id,
      address: place.address,
      detail: holder.account === undefined ? 'first administrator' : 'password set by link',
    });
    return this.signIn(account.email, password, place);
  }

  /**
   * Changes one's own password: all sessions end and a new one begins.
   *
   * @throws AccountProblem when the present password is wrong or the new one is not good
   */
  async change(person: string, current: string, password: string, place: Place): Promise<SignedIn> {
    const account = this.#context.people.find(person);
    if (account === undefined) throw wrong();
    const { refusedMs } = this.#throttle.before(account.id, place.address);
    if (refusedMs > 0) throw slow(refusedMs);
    this.#throttle.failed(account.id, place.address);
    if (!(await this.#fits(account.id, current, trusted(place))))
      throw new AccountProblem(
        'wrong-password',
        'Нынешний пароль не подошёл. Проверьте раскладку и повторите.',
      );
    this.#throttle.succeeded(account.id, place.address);
    checkPassword(password, account);
    this.#store(account, await this.#hash(password, trusted(place)));
    this.#context.told();
    this.#context.settings.audit?.note({
      kind: 'account-changed',
      person: { id: account.id, name: account.name },
      subject: account.id,
      address: place.address,
      detail: 'password changed',
    });
    return this.signIn(account.email, password, place);
  }

  #find(email: string): Account | undefined {
    try {
      return this.#context.people.findByEmail(email);
    } catch (error) {
      if (error instanceof AccountProblem) return undefined;
      throw error;
    }
  }

  async #begin(email: string, password: string, { agent }: Place): Promise<Response> {
    const auth = this.#context.openAuth();
    // A longer one is never right; the work is that of any wrong password.
    const body = { email, password: password.slice(0, passwordLength.most) };
    if (password.length > passwordLength.most) body.email = unknownEmail;
    return auth.api.signInEmail({
      body,
      headers: new Headers({ 'user-agent': agent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 300) }),
      asResponse: true,
    });
  }

  async #hash(password: string, turn: Turn): Promise<string> {
    const { password: hasher } = await this.#context.openAuth().$context;
    return this.#hashing.run(() => hasher.hash(password), turn);
  }

  async #fits(person: string, password: string, turn: Turn): Promise<boolean> {
    const row = this.#context.database
      .prepare(`select "password" from "account" where "userId" = ? and "providerId" = 'credential'`)
      .get(person);
    const hash = row?.password;
    const { password: hasher } = await this.#context.openAuth().$context;
    return typeof hash === 'string' && this.#hashing.run(() => hasher.verify({ hash, password }), turn);
  }

  /** As better-auth keeps it. Ends every session, by a trigger or here where there was no password before. */
  #store({ id }: Account, hash: string): void {
    const { database, sessions } = this.#context;
    const now = new Date().toISOString();
    const { changes } = database
      .prepare(
        `update "account" set "password" = ?, "updatedAt" = ? where "userId" = ? and "providerId" = 'credential'`,
      )
      .run(hash, now, id);
    if (changes === 0)
      database
        .prepare(
          `insert into "account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
           values (?, ?, 'credential', ?, ?, ?, ?)`,
        )
        .run(nanoid(), id, id, hash, now, now);
    sessions.endAll(id);
  }
}

/** Whoever holds a link or a session is no stranger, wherever he or she is. */
function trusted({ address }: Place): Turn {
  return { network: networkOf(address), known: true };
}

/** Ends the session that a browser brought with it when it was given another. */
export function endFormer(
  { sessions, told }: Pick<AccountContext, 'sessions' | 'told'>,
  { former }: Pick<Place, 'former'>,
): void {
  if (former?.person === undefined || former.session === undefined) return;
  if (sessions.end(former.person.id, former.session)) told();
}

/** An address that nobody has: better-auth does the work of a wrong password for it. */
const unknownEmail = 'nobody@invalid.invalid';

async function isBlockedAnswer(answer: Response): Promise<boolean> {
  const body: unknown = await answer.json();
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'FAILED_TO_CREATE_SESSION'
  );
}

/** The cookies of a session: the browser keeps them as long as a session may live; the server knows when it ends. */
export function sessionCookies(answer: Response): string[] {
  return answer.headers
    .getSetCookie()
    .map((cookie) =>
      /session_token=[^;]/.test(cookie)
        ? cookie.replace(/Max-Age=\d+/i, `Max-Age=${lifetimeSeconds}`)
        : cookie,
    );
}

function slow(milliseconds: number): AccountProblem {
  return new AccountProblem(
    'slow-down',
    `Пароль не подошёл несколько раз подряд. Следующая попытка — через ${Math.ceil(milliseconds / 1000)} с. Если пароль забыт, попросите у администратора ссылку для нового.`,
  );
}

function closed(): AccountProblem {
  return new AccountProblem(
    'blocked',
    'Ваша учётная запись закрыта. Если это ошибка, обратитесь к администратору.',
  );
}

function spent(): AccountProblem {
  return new AccountProblem(
    'link-spent',
    'Эта ссылка больше не действует: её уже открыли или её срок вышел. Попросите у администратора новую.',
  );
}
