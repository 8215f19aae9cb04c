import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { anonymous, atThisComputer } from './identity.ts';
import type { Revoked } from './sessions/revocations.ts';
import { createAuth } from './store/auth.ts';
import { openAccountDatabase } from './store/database.ts';
import {
  accountsOfTest,
  folderOfTest,
  keyOf,
  password,
  personWith,
  place,
  requestWith,
} from './testing/accounts.ts';

describe('without accounts', () => {
  it('KB-1: everybody is the person at this computer, until the first account, which ends that', async () => {
    const accounts = await accountsOfTest();
    const revoked: Revoked[] = [];
    accounts.onRevoked((what) => revoked.push(what));
    expect(accounts.required).toBe(false);
    expect(await accounts.resolveIdentity(requestWith([]))).toBe(atThisComputer);
    await accounts.management.add(
      { name: 'Анна', email: 'anna@example.ru', roles: ['administrator'] },
      undefined,
    );
    expect(revoked).toContainEqual({ person: 'local' });
    expect(await accounts.resolveIdentity(requestWith([]))).toBe(anonymous);
  });

  it('somebody must sign in at a public address, even while there is nobody', async () => {
    const accounts = await accountsOfTest({ required: true });
    expect(await accounts.resolveIdentity(requestWith([]))).toBe(anonymous);
    expect(accounts.management.firstLink()).toContain('/sign-in/link?key=');
  });
});

describe('the folder of the accounts', () => {
  it('is readable by its owner only', async () => {
    const accounts = await accountsOfTest();
    await personWith(accounts, 'Анна', 'administrator');
    await accounts.passwords.signIn(accounts.people.list()[0]?.email ?? '', password, place);
    for (const name of ['accounts.sqlite', 'accounts.sqlite-wal', 'accounts.secret'])
      expect((await stat(join(accounts.dataFolder, name))).mode & 0o777).toBe(0o600);
  });

  it('holds the tables as better-auth wants them', async () => {
    const database = openAccountDatabase(await folderOfTest());
    onTestFinished(() => database.close());
    const auth = createAuth({ database, secret: 'x'.repeat(40), url: 'http://127.0.0.1:1' });
    const { toBeAdded, toBeCreated } = await getMigrations(auth.options);
    expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] });
  });
});

describe('a session', () => {
  it('tells who it is, ends with sign-out, and is a new one at every sign-in', async () => {
    const accounts = await accountsOfTest();
    const { email, id } = await personWith(accounts, 'Анна Белова', 'writer');
    const first = await accounts.passwords.signIn(email, password, place);
    const second = await accounts.passwords.signIn(email, password, place);
    const request = requestWith(first.cookies);
    const identity = await accounts.resolveIdentity(request);
    expect(identity.person).toEqual({ id, email, name: 'Анна Белова', roles: ['writer'], units: [] });
    expect((await accounts.resolveIdentity(requestWith(second.cookies))).session).not.toBe(identity.session);
    const out = await accounts.signOut(identity, request);
    expect(out.join()).toMatch(/session_token=;.*Max-Age=0/);
    expect(await accounts.resolveIdentity(request)).toBe(anonymous);
    expect((await accounts.resolveIdentity(requestWith(second.cookies))).person?.id).toBe(id);
    expect(accounts.events.map(({ kind }) => kind).slice(-3)).toEqual(['sign-in', 'sign-in', 'sign-out']);
  });

  it.each([
    [
      'http://127.0.0.1:4321',
      /^ponyatno\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    ],
    [
      'https://ponyatno.example.ru',
      /^__Secure-ponyatno\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ])('has a cookie that no script reads and no foreign form sends: %s', async (url, shape) => {
    const accounts = await accountsOfTest({ url });
    const { email } = await personWith(accounts, 'Анна', 'administrator');
    const { cookies } = await accounts.passwords.signIn(email, password, place);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(shape);
    expect((await accounts.resolveIdentity(requestWith(cookies))).person).toBeDefined();
  });

  it('is nobody’s when a letter of the cookie is changed', async () => {
    const accounts = await accountsOfTest();
    const { email } = await personWith(accounts, 'Анна', 'administrator');
    const { cookies } = await accounts.passwords.signIn(email, password, place);
    const [cookie = ''] = cookies[0]?.split(';') ?? [];
    const at = cookie.indexOf('=') + 3;
    const forged = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1);
    expect(await accounts.resolveIdentity(requestWith([forged]))).toBe(anonymous);
  });

  it('ends when nobody uses it, and after a week however busy it is', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const accounts = await accountsOfTest();
    const { email } = await personWith(accounts, 'Анна', 'administrator');
    const pass = (hours: number) => vi.setSystemTime(Date.now() + hours * 3_600_000);
    const idle = await accounts.passwords.signIn(email, password, place);
    const watched = await accounts.passwords.signIn(email, password, place);
    const busy = await accounts.passwords.signIn(email, password, place);
    const is = async ({ cookies }: { cookies: readonly string[] }, touch = true) =>
      (await accounts.resolveIdentity(requestWith(cookies), touch)).person !== undefined;
    pass(11);
    expect([await is(watched, false), await is(busy)]).toEqual([true, true]);
    pass(2);
    expect([await is(idle), await is(watched), await is(busy)]).toEqual([false, false, true]);
    for (let hours = 13; hours < 24 * 7 - 11; hours += 11) {
      pass(11);
      expect(await is(busy)).toBe(true);
    }
    pass(11);
    expect(await is(busy)).toBe(false);
    accounts.sessions.sweep();
    expect(accounts.sessions.of(accounts.people.list()[0]?.id ?? '')).toEqual([]);
  });
});

describe('whoever is cut off', () => {
  it('loses all sessions with the role, the unit, the account; with the password too', async () => {
    const accounts = await accountsOfTest();
    const { email, id } = await personWith(accounts, 'Анна Белова', 'writer');
    const revoked: Revoked[] = [];
    accounts.onRevoked((what) => revoked.push(what));
    const changes = [
      () => accounts.management.change(id, { roles: ['reader'] }, undefined),
      () => accounts.management.change(id, { units: ['press'] }, undefined),
      () => accounts.passwords.change(id, password, 'другая сирень и трактор', place),
      () => accounts.management.change(id, { blocked: true }, undefined),
    ];
    let present = password;
    for (const change of changes) {
      const { cookies } = await accounts.passwords.signIn(email, present, place);
      const { session } = await accounts.resolveIdentity(requestWith(cookies));
      revoked.length = 0;
      await change();
      expect(revoked).toContainEqual({ session });
      expect(await accounts.resolveIdentity(requestWith(cookies))).toBe(anonymous);
      if (change === changes[2]) present = 'другая сирень и трактор';
      else expect(revoked).toContainEqual({ person: id });
    }
    await expect(accounts.passwords.signIn(email, present, place)).rejects.toMatchObject({ code: 'blocked' });
  });

  it('is told of by the server within two seconds when another process does it', async () => {
    const server = await accountsOfTest();
    const { id, email } = await personWith(server, 'Анна Белова', 'writer');
    await server.passwords.signIn(email, password, place);
    const revoked: Revoked[] = [];
    server.onRevoked((what) => revoked.push(what));
    const command = await accountsOfTest({ dataFolder: server.dataFolder });
    await command.management.change(id, { blocked: true }, undefined);
    await expect.poll(() => revoked, { timeout: 2_000 }).toContainEqual({ person: id });
  });

  it('is never the last administrator', async () => {
    const accounts = await accountsOfTest();
    const { id } = await personWith(accounts, 'Анна', 'administrator');
    for (const change of [{ blocked: true }, { roles: ['writer'] as const }])
      await expect(accounts.management.change(id, change, undefined)).rejects.toMatchObject({
        code: 'last-administrator',
      });
  });
});

describe('a one-time link', () => {
  it('sets the password once, of two at the same time one, and the newest only', async () => {
    const accounts = await accountsOfTest();
    const { id } = await personWith(accounts, 'Анна', 'administrator');
    const old = keyOf(await accounts.management.link(id, undefined));
    const key = keyOf(await accounts.management.link(id, undefined));
    expect(accounts.passwords.linkHolder(old)).toBeUndefined();
    await expect(accounts.passwords.useLink(key, 'short', place)).rejects.toMatchObject({
      code: 'password-length',
    });
    const used = await Promise.allSettled([
      accounts.passwords.useLink(key, 'новая сирень и трактор', place),
      accounts.passwords.useLink(key, 'иная сирень и трактор', place),
    ]);
    expect(used.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(accounts.passwords.useLink(key, password, place)).rejects.toMatchObject({
      code: 'link-spent',
    });
  });

  it('makes the first administrator, and nobody after that', async () => {
    const accounts = await accountsOfTest({ required: true });
    const spare = keyOf(accounts.management.firstLink() ?? '');
    const key = keyOf(accounts.management.firstLink() ?? '');
    expect(accounts.passwords.linkHolder(spare)).toBeUndefined();
    const first = { name: 'Анна Белова', email: 'Anna@Example.ru ' };
    await accounts.passwords.useLink(key, password, place, first);
    expect(accounts.people.list()).toMatchObject([
      { name: 'Анна Белова', email: 'anna@example.ru', roles: ['administrator'] },
    ]);
    expect(accounts.management.firstLink()).toBeUndefined();
  });

  it('ends after a day, and its key stands nowhere in the database', async () => {
    let now = Date.now();
    const accounts = await accountsOfTest({ required: true, now: () => now });
    const key = keyOf(accounts.management.firstLink() ?? '');
    now += 24 * 3_600_000 + 1;
    expect(accounts.passwords.linkHolder(key)).toBeUndefined();
  });
});
