import { mkdtemp, rm } from 'node:fs/promises';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Accounts, openAccounts } from '../accounts.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { Role } from '../identity.ts';
import type { Account } from '../people/people.ts';
import type { AccountSettings } from '../settings.ts';

/** A password that the rules let through. */
export const password = 'сирень трактор облако';
export const place = { address: '10.0.0.7', agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

/** A folder of the test's own, gone afterwards. */
export async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ponyatno-accounts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Accounts in a folder of the test's own. */
export async function accountsOfTest(
  settings: Partial<AccountSettings> = {},
): Promise<Accounts & { readonly events: AuditEvent[]; readonly dataFolder: string }> {
  const events: AuditEvent[] = [];
  const dataFolder = settings.dataFolder ?? (await folderOfTest());
  const accounts = openAccounts({
    url: 'http://127.0.0.1:4321',
    audit: {
      note: (event) => events.push(event),
      record: async (event) => {
        events.push(event);
      },
    },
    ...settings,
    dataFolder,
  });
  onTestFinished(() => accounts.close());
  return Object.assign(accounts, { events, dataFolder });
}

/** Adds somebody with the password of the tests. */
export async function personWith(accounts: Accounts, name: string, ...roles: Role[]): Promise<Account> {
  if (!accounts.people.administered && !roles.includes('administrator'))
    await personWith(accounts, 'Главный', 'administrator');
  const email = `${Buffer.from(name).toString('hex').slice(0, 40)}@example.ru`;
  const account = await accounts.management.add({ name, email, roles }, undefined);
  const key = keyOf(await accounts.management.link(account.id, undefined));
  await accounts.passwords.useLink(key, password, place);
  accounts.sessions.endAll(account.id);
  return account;
}

export function keyOf(link: string): string {
  return new URL(link).searchParams.get('key') ?? '';
}

/** A request with the cookies of an answer. */
export function requestWith(cookies: readonly string[], raw: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  request.headers = { ...raw, ...(cookie === '' ? {} : { cookie }) };
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  return request;
}
