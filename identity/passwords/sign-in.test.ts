import { createHook } from 'node:async_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Accounts } from '../accounts.ts';
import { openAccountDatabase } from '../store/database.ts';
import { accountsOfTest, folderOfTest, keyOf, password, personWith, place } from '../testing/accounts.ts';
import { KnownPlaces } from './known-places.ts';
import { Throttle } from './throttle.ts';

const wrongPassword = 'не тот пароль совсем';
const strangers = (index: number) => ({ ...place, address: `192.0.2.${index}` });

async function objectionOf(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('code' in error)) throw new Error('nothing was refused');
  return { code: String(error.code), message: error.message };
}

describe('who asks whether somebody has an account', () => {
  /** Everybody whose existence an attacker may want to know, by what is typed. */
  async function people(accounts: Accounts) {
    const anna = await personWith(accounts, 'Анна', 'writer');
    const closed = await personWith(accounts, 'Борис', 'writer');
    await accounts.management.change(closed.id, { blocked: true }, undefined);
    const unset = { name: 'Вера', email: 'vera@example.ru', roles: ['writer'] as const };
    await accounts.management.add(unset, undefined);
    return {
      known: [anna.email, wrongPassword],
      unknown: ['nobody@example.ru', wrongPassword],
      closed: [closed.email, wrongPassword],
      'without a password yet': [unset.email, wrongPassword],
      'no address': ['не адрес', wrongPassword],
      'a long password': [anna.email, 'ы'.repeat(5_000)],
      'an empty password': [anna.email, ''],
    } as const;
  }

  it('gets the same answer for everybody', async () => {
    const accounts = await accountsOfTest();
    const tried = Object.values(await people(accounts));
    const answers = await Promise.all(
      tried.map(([email, typed], index) =>
        objectionOf(accounts.passwords.signIn(email, typed, strangers(index))),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.code).toBe('wrong-password');
  });

  const worked = ['known', 'unknown', 'closed', 'without a password yet', 'a long password'];

  it('learns nothing from the time it takes: the password is hashed once for everybody', async () => {
    const accounts = await accountsOfTest();
    const tried = Object.entries(await people(accounts)).filter(([name]) => worked.includes(name));
    // All but a thousandth of the time goes into this one piece of work; times themselves differ on a busy computer.
    let hashed = 0;
    const hook = createHook({
      init(_, type) {
        if (type === 'SCRYPTREQUEST') hashed += 1;
      },
    }).enable();
    onTestFinished(() => void hook.disable());
    const counts: [string, number][] = [];
    for (const [index, [name, [email, typed]]] of tried.entries()) {
      hashed = 0;
      await objectionOf(accounts.passwords.signIn(email, typed, strangers(index)));
      counts.push([name, hashed]);
    }
    expect(counts).toEqual(worked.map((name) => [name, 1]));
  });

  it('learns that an account is closed only with its right password', async () => {
    const accounts = await accountsOfTest();
    const { closed } = await people(accounts);
    expect((await objectionOf(accounts.passwords.signIn(closed[0], password, place))).code).toBe('blocked');
  });
});

describe('guessing', () => {
  it('is slowed down after five tries, and the right password waits too', async () => {
    let now = Date.now();
    const accounts = await accountsOfTest({ now: () => now });
    const { email } = await personWith(accounts, 'Анна', 'writer');
    for (const address of [email, 'nobody@example.ru']) {
      for (let index = 0; index < 5; index += 1)
        expect((await objectionOf(accounts.passwords.signIn(address, wrongPassword, place))).code).toBe(
          'wrong-password',
        );
      const held = await objectionOf(accounts.passwords.signIn(address, password, place));
      expect(held).toMatchObject({ code: 'slow-down', message: expect.stringContaining('через 1 с') });
    }
    now += 1_001;
    expect((await accounts.passwords.signIn(email, password, place)).account.email).toBe(email);
    const failed = accounts.events.filter(({ kind }) => kind === 'sign-in-failed');
    expect(failed).toHaveLength(10);
    expect(JSON.stringify(failed)).not.toContain('nobody');
  });

  it('is no trouble to its owner where they work: the places outlive the server, not the password', async () => {
    const dataFolder = await folderOfTest();
    const first = await accountsOfTest({ dataFolder });
    const { id, email } = await personWith(first, 'Анна', 'writer');
    await first.passwords.signIn(email, password, strangers(1));
    await objectionOf(first.passwords.signIn(email, wrongPassword, strangers(2)));
    const database = openAccountDatabase(dataFolder);
    onTestFinished(() => database.close());
    const places = new KnownPlaces(database);
    const known = () =>
      [place.address, '192.0.2.1', '192.0.2.2'].filter((network) => places.has(id, network));
    expect(known()).toEqual([place.address, '192.0.2.1']);
    const attacked = new Throttle(Date.now, (person, network) => places.has(person, network));
    for (let index = 10; index < 120; index += 1) attacked.failed(id, `192.0.2.${index}`);
    expect(attacked.before(id, '192.0.2.1').refusedMs).toBe(0);
    expect(attacked.before(id, '192.0.2.2').refusedMs).toBeGreaterThan(0);
    const key = keyOf(await first.management.link(id, undefined));
    await first.passwords.useLink(key, 'другая сирень и трактор', strangers(2));
    expect(known()).toEqual(['192.0.2.2']);
    const in91Days = new KnownPlaces(database, () => Date.now() + 91 * 24 * 3_600_000);
    expect(in91Days.has(id, '192.0.2.2')).toBe(false);
  });
});
