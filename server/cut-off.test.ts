import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import type { Role } from '#identity';
import { readContent } from '#knowledge';
import { closings } from '../editor/collaboration/protocol.ts';
import { connect } from '../editor/collaboration/testing.ts';
import { baseFiles, page, writeFiles } from '../knowledge/testing/content-folder.ts';
import { createHouse } from './house.ts';
import type { Pages } from './pages.ts';
import { attachCollaboration } from './upgrade.ts';

const root = resolve(import.meta.dirname, '..');
const password = 'сирень трактор облако';
const place = { address: '127.0.0.1', agent: 'Firefox' };
const pages: Pages = {
  check: async () => undefined,
  answer: async (_request, response) => void response.end(),
  sendNotFound: (response) => response.writeHead(404).end(),
  sendForbidden: (response) => response.writeHead(403).end(),
};

/** A server with real accounts, and people who have signed in. */
async function openHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'ponyatno-cut-off-'));
  const contentFolder = join(folder, 'content');
  const template = page(
    { id: 'first', title: 'Ответ', function: 'letters', letter: 'first-reply', when: 'На любое письмо.' },
    'Здравствуйте!',
  );
  await writeFiles(contentFolder, { ...baseFiles, 'templates/first.mdx': template });
  const { content } = await readContent(contentFolder);
  const dataFolder = join(folder, 'data');
  const accounts = { url: 'http://127.0.0.1:4321' };
  const house = createHouse(
    content,
    pages,
    { host: '127.0.0.1', port: 0, dataFolder, contentFolder, accounts },
    () => undefined,
  );
  const server = createServer(house.application);
  attachCollaboration(server, house);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await house.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    house,
    dataFolder,
    url,
    async signedIn(email: string, ...roles: Role[]): Promise<string> {
      const { management, passwords } = house.accounts;
      const { id } = await management.add({ name: `Имя ${email}`, email, roles }, undefined);
      const key = new URL(await management.link(id, undefined)).searchParams.get('key') ?? '';
      const { cookies } = await passwords.useLink(key, password, place);
      return cookies.map((line) => line.split(';')[0]).join('; ');
    },
  };
}

it('KB-1: a command beside the server cuts a person off the letter they write in within five seconds', async () => {
  const { house, dataFolder, url, signedIn } = await openHouse();
  await signedIn('boss@example.ru', 'administrator');
  const [anna, boris] = [
    await signedIn('anna@example.ru', 'writer'),
    await signedIn('boris@example.ru', 'writer'),
  ];
  const { id } = await house.drafts.create({
    template: 'first',
    urgent: false,
    received: '2026-11-20T17:00',
    values: {},
  });
  const draftUrl = `${url}/api/drafts/${id}`;
  const { room } = (await (await fetch(draftUrl, { headers: { cookie: anna } })).json()) as { room: string };
  const enter = (cookie: string) => {
    const client = connect(`${url.replace('http', 'ws')}/collaboration`, room, { headers: { cookie } });
    onTestFinished(() => client.destroy());
    return client;
  };
  const [hers, his] = [enter(anna), enter(boris)];
  await Promise.all([hers.saved(), his.saved()]);
  hers.type('До. ');
  await hers.saved();
  await expect.poll(() => his.text()).toBe('До. ');

  const command = [join(root, 'cli/ponyatno.js'), 'user', 'block', 'anna@example.ru'];
  await promisify(execFile)(process.execPath, command, {
    cwd: root,
    env: { ...process.env, PONYATNO_DATA: dataFolder },
  });
  const blocked = performance.now();
  await expect.poll(() => hers.closings, { timeout: 5_000, interval: 20 }).toContain(closings.revoked.code);
  expect(performance.now() - blocked).toBeLessThan(5_000);
  hers.type('После.');
  expect((await fetch(draftUrl, { headers: { cookie: anna } })).status).toBe(401);
  his.type('Своё.');
  await his.saved();
  expect(his.text()).toBe('До. Своё.');
  expect(his.closings).toEqual([]);
  await expect(house.accounts.passwords.signIn('anna@example.ru', password, place)).rejects.toMatchObject({
    code: 'blocked',
  });
}, 60_000);
