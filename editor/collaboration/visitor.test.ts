import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { anonymous, type Identity, type Role } from '#identity';
import { closings, roomOf } from './protocol.ts';
import { connect, draftRecord, startTestServer, type TestClient, textOnDisk } from './testing.ts';
import type { Visitor } from './visitor.ts';

function known(id: string, name: string, role: Role, session = `${id}-s`): Identity {
  return { person: { id, name, roles: [role], units: [] }, session };
}

/** A draft with sockets of whom the test says. */
async function house(visitors: Record<string, Visitor>) {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-visitor-'));
  const server = await startTestServer(folder, 0, (request) => {
    const who = new URL(request.url ?? '/', 'http://x').searchParams.get('who') ?? '';
    return visitors[who] ?? { identity: anonymous };
  });
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
  const enter = (who: string, name = 'Самозванец'): TestClient => {
    const client = connect(`${server.url}/?who=${who}`, roomOf('one', 1), { name });
    onTestFinished(() => client.destroy());
    return client;
  };
  return { server, enter };
}

const anna = known('a', 'Анна Белова', 'writer');
const boris = known('b', 'Борис Котов', 'approver');
const vera = known('v', 'Вера Лисина', 'writer');

describe('who may only read letters', () => {
  it('gets the letter as it is written, and changes nothing in it', async () => {
    const { server, enter } = await house({ anna: { identity: anna }, boris: { identity: boris } });
    const writer = enter('anna');
    await writer.saved();
    writer.type('Здравствуйте!');
    await writer.saved();
    const reader = enter('boris');
    await expect.poll(() => reader.text()).toBe('Здравствуйте!');
    reader.type(' Лишнее.');
    await expect.poll(() => reader.closings).toContain(closings['read-only'].code);
    writer.type(' Получили.');
    await writer.saved();
    expect(writer.text()).toBe('Здравствуйте! Получили.');
    expect(await textOnDisk(server.writer, 'one')).toBe('Здравствуйте! Получили.');
    expect(writer.closings).toEqual([]);
  });

  it('brings nothing in that was written before the connection', async () => {
    const { server, enter } = await house({ boris: { identity: boris } });
    const reader = enter('boris');
    reader.type('Написано без связи.');
    await expect.poll(() => reader.closings).toContain(closings['read-only'].code);
    expect(await textOnDisk(server.writer, 'one')).toBe('');
  });
});

describe('what somebody is called', () => {
  it('is what the account says, whatever the client says', async () => {
    const { server, enter } = await house({ anna: { identity: anna } });
    const client = enter('anna', 'Министр');
    await client.saved();
    client.provider.sendStateless(JSON.stringify({ kind: 'name', name: 'Министр' }));
    client.provider.awareness?.setLocalStateField('user', { name: 'Министр' });
    client.type('А');
    await client.saved();
    expect(server.collaboration.people('one')).toEqual(['Анна Белова']);
  });
});

describe('who is revoked', () => {
  it('is cut off at once, what comes after is not taken, and the others go on', async () => {
    const visitors: Record<string, Visitor> = { anna: { identity: anna }, vera: { identity: vera } };
    const { server, enter } = await house(visitors);
    const [one, other] = [enter('anna'), enter('vera')];
    await Promise.all([one.saved(), other.saved()]);
    one.type('До. ');
    await one.saved();
    await expect.poll(() => other.text()).toBe('До. ');
    // The next words leave the browser before it has heard of anything.
    visitors.anna = { identity: anonymous };
    server.collaboration.cutOff({ person: 'a' });
    one.type('После.');
    await expect.poll(() => one.closings, { timeout: 5_000 }).toContain(closings.revoked.code);
    other.type('Дальше.');
    await other.saved();
    expect(await textOnDisk(server.writer, 'one')).toBe('До. Дальше.');
    expect(other.closings).toEqual([]);
    await expect.poll(() => server.collaboration.people('one')).toEqual(['Вера Лисина']);
  });

  it('is one session of a person, when it is a session', async () => {
    const second = { ...anna, session: 'second' };
    const { server, enter } = await house({ first: { identity: anna }, second: { identity: second } });
    const [first, other] = [enter('first'), enter('second')];
    await Promise.all([first.saved(), other.saved()]);
    server.collaboration.cutOff({ session: 'second' });
    await expect.poll(() => other.closings).toContain(closings.revoked.code);
    expect(first.closings).toEqual([]);
    server.collaboration.cutOff({});
    first.type('А');
    await first.saved();
  });

  it('does not stay for keeping its socket silent', async () => {
    const { server, enter } = await house({ anna: { identity: anna } });
    const client = enter('anna');
    await client.saved();
    client.fallSilent();
    server.collaboration.cutOff({ person: 'a' });
    await expect.poll(() => server.collaboration.connections, { timeout: 5_000 }).toBe(0);
  });

  it.each([
    ['has no session any more', anonymous],
    ['has another role', known('a', 'Анна Белова', 'reader')],
    ['may only read from now on', known('a', 'Анна Белова', 'approver')],
    ['is somebody else', known('x', 'Икс', 'writer', 'a-s')],
  ] as const)('is found within five seconds without a word: %s', async (_, now) => {
    let current: Identity = anna;
    const visitors: Record<string, Visitor> = {
      anna: { identity: anna, recheck: async () => current },
      vera: { identity: vera, recheck: async () => vera },
    };
    const { server, enter } = await house(visitors);
    const [one, other] = [enter('anna'), enter('vera')];
    await Promise.all([one.saved(), other.saved()]);
    current = now;
    visitors.anna = { identity: anonymous };
    await expect.poll(() => one.closings, { timeout: 5_000 }).toContain(closings.revoked.code);
    one.type('После.');
    other.type('Дальше.');
    await other.saved();
    expect(await textOnDisk(server.writer, 'one')).toBe('Дальше.');
    expect(other.closings).toEqual([]);
  });

  it('is nobody at all while it cannot be known for a moment, and everybody when it stays unknown', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let asked = 0;
    const { enter } = await house({
      anna: {
        identity: anna,
        recheck: async () => {
          asked += 1;
          throw new Error('The store of accounts is closed.');
        },
      },
    });
    const client = enter('anna');
    await client.saved();
    await expect.poll(() => asked, { timeout: 5_000 }).toBe(1);
    expect(client.closings).toEqual([]);
    await expect.poll(() => client.closings, { timeout: 8_000 }).toContain(closings.storage.code);
    expect(asked).toBe(3);
    vi.restoreAllMocks();
  });
});
