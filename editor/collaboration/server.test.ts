import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OutgoingMessage } from '@hocuspocus/server';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { letterField, schemaVersion } from '../schema/version.ts';
import { closings, roomOf } from './protocol.ts';
import {
  connect,
  draftRecord,
  startTestServer,
  type TestClient,
  type TestServer,
  textOnDisk,
} from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: TestServer;
let data: string;
let number = 0;
const clients: TestClient[] = [];
const room = roomOf('one', 1);

beforeEach(async () => {
  number += 1;
  data = join(folder, String(number));
  server = await startTestServer(data);
  await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await server.stop();
  vi.restoreAllMocks();
});

function open(options: Parameters<typeof connect>[2] = {}, name = room): TestClient {
  const client = connect(server.url, name, options);
  clients.push(client);
  return client;
}

describe('writing together', () => {
  it('brings what one types to the other, and to the disk before it is called saved', async () => {
    const [anna, boris] = [open(), open({ name: 'Борис' })];
    anna.type('Здравствуйте!');
    await anna.saved();
    expect(await textOnDisk(server.writer, 'one')).toBe('Здравствуйте!');
    await expect.poll(() => boris.text()).toBe('Здравствуйте!');
  });

  it('never acknowledges a character that is not yet on the disk', async () => {
    const anna = open();
    await anna.saved();
    const reader = new DatabaseSync(join(data, 'drafts.sqlite'), { readOnly: true });
    const rows = reader.prepare('SELECT bytes FROM draft_update ORDER BY sequence');
    for (const character of 'Ваше письмо получено') {
      anna.type(character);
      await anna.saved();
      const restored = new Y.Doc();
      for (const { bytes } of rows.all()) if (bytes instanceof Uint8Array) Y.applyUpdate(restored, bytes);
      expect(restored.getText('text').toString()).toBe(anna.text());
    }
    reader.close();
  });

  it('finds the text again after a restart', async () => {
    const anna = open();
    anna.type('Письмо');
    await anna.saved();
    await server.stop();
    server = await startTestServer(data);
    const boris = open();
    await boris.saved();
    expect(boris.text()).toBe('Письмо');
  });

  it('merges what was typed offline', async () => {
    const [anna, boris] = [open(), open()];
    await Promise.all([anna.saved(), boris.saved()]);
    const socket = anna.provider.configuration.websocketProvider;
    socket.disconnect();
    // A socket that is still closing takes connect() for unnecessary.
    await expect.poll(() => socket.status).toBe('disconnected');
    for (let count = 0; count < 1_500; count += 1) anna.type('а');
    boris.type('Б');
    await boris.saved();
    await socket.connect();
    await expect.poll(() => boris.text().length, { timeout: 20_000 }).toBe(1_501);
    expect([...boris.text()].filter((letter) => letter === 'а')).toHaveLength(1_500);
  });

  it('closes at the end with everything written', async () => {
    const anna = open();
    await anna.saved();
    anna.type('последнее слово');
    await new Promise((done) => setTimeout(done, 30));
    await server.stop();
    expect(anna.closings).toContain(closings.shutdown.code);
    server = await startTestServer(data);
    expect(await textOnDisk(server.writer, 'one')).toBe('последнее слово');
  });

  it.each([
    ['stays', () => undefined],
    ['leaves at that moment', (anna: TestClient) => anna.destroy()],
    ['has gone without a word', (anna: TestClient) => anna.fallSilent()],
  ])('keeps an open letter as a version at its end when the writer %s', async (_, leave) => {
    const anna = open();
    await anna.saved();
    anna.document.getXmlFragment(letterField).insert(0, [new Y.XmlText('Добрый день')]);
    await anna.saved();
    leave(anna);
    await server.stop();
    server = await startTestServer(data);
    const kept = await server.writer.versions('one');
    expect(kept.map(({ kind }) => kind)).toEqual(['session', 'created']);
  });
});

describe('who may come in', () => {
  it('refuses a page with an older schema, and tells it why', async () => {
    const old = open({ schema: 0 });
    await expect.poll(() => old.closings).toContain(closings.outdated.code);
    expect(old.provider.synced).toBe(false);
  });

  it.each(['draft.no.1', 'draft.one.2'])('refuses the room %s, which is not a living draft', async (name) => {
    const stray = open({}, name);
    await expect.poll(() => stray.closings).toContain(closings.gone.code);
  });

  it('refuses a room whose name is no room', async () => {
    const stray = open({}, 'anything');
    await expect.poll(() => stray.closings).toContain(closings.garbage.code);
  });

  it('closes the sockets of a draft that is deleted', async () => {
    const anna = open();
    await anna.saved();
    await server.writer.remove('one');
    server.collaboration.closeDraft('one', 'gone');
    await expect.poll(() => anna.closings).toContain(closings.gone.code);
  });
});

describe('who is there', () => {
  const others = (client: TestClient) =>
    [...(client.provider.awareness?.getStates() ?? new Map()).entries()]
      .filter(([id]) => id !== client.document.clientID)
      .map(([, state]) => state);

  it('shows the name that the server knows, whatever the client says', async () => {
    const [anna, boris] = [open({ name: 'Анна' }), open({ name: ' Борис\u202E ' })];
    await Promise.all([anna.saved(), boris.saved()]);
    boris.provider.awareness?.setLocalState({ user: { name: 'Губернатор' }, cursor: null, extra: 'x' });
    await expect.poll(() => others(anna)).toEqual([{ user: { name: 'Борис', colour: 1 }, cursor: null }]);
    expect(server.collaboration.people('one').sort()).toEqual(['Анна', 'Борис']);
  });

  it('takes a new name from the person', async () => {
    const [anna, boris] = [open(), open({ name: 'Борис' })];
    await Promise.all([anna.saved(), boris.saved()]);
    boris.provider.sendStateless(JSON.stringify({ kind: 'name', name: 'Борис Иванович' }));
    boris.provider.awareness?.setLocalState({ cursor: null });
    await expect.poll(() => others(anna)[0]?.user?.name).toBe('Борис Иванович');
  });

  it('does not let a client speak for another one', async () => {
    const [anna, boris] = [open(), open({ name: 'Борис' })];
    anna.provider.awareness?.setLocalState({ cursor: { here: 1 } });
    await Promise.all([anna.saved(), boris.saved()]);
    await expect.poll(() => others(boris)).toHaveLength(1);
    const awareness = boris.provider.awareness;
    const meta = awareness?.meta.get(anna.document.clientID);
    if (!awareness || !meta) throw new Error('Anna is expected to be seen.');
    awareness.states.set(anna.document.clientID, { cursor: { stolen: true } });
    meta.clock += 10;
    awareness.emit('update', [{ added: [], updated: [anna.document.clientID], removed: [] }, 'local']);
    const carla = open({ name: 'Карла' });
    await carla.saved();
    await expect
      .poll(() => others(carla).find((state) => state.user?.name === 'Анна')?.cursor)
      .toEqual({ here: 1 });
  });

  it('drops a state that is too large', async () => {
    const [anna, boris] = [open(), open({ name: 'Борис' })];
    await Promise.all([anna.saved(), boris.saved()]);
    boris.provider.awareness?.setLocalState({ cursor: 'x'.repeat(10_000) });
    await new Promise((done) => setTimeout(done, 100));
    expect(JSON.stringify(others(anna))).not.toContain('xxx');
  });
});

describe('when the disk does not take updates', () => {
  it('tells the writer at once, keeps the text with the writer, and loses nothing when it recovers', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const anna = open();
    anna.type('До. ');
    await anna.saved();
    const blocker = new DatabaseSync(join(data, 'drafts.sqlite'));
    blocker.exec('BEGIN IMMEDIATE');
    anna.type('Во время. ');
    await expect.poll(() => anna.closings, { timeout: 10_000 }).toContain(closings.storage.code);
    await expect.poll(() => anna.provider.unsyncedChanges).toBeGreaterThan(0);
    anna.type('Ещё. ');
    expect(await textOnDisk(server.writer, 'one')).toBe('До. ');
    blocker.exec('ROLLBACK');
    blocker.close();
    await expect
      .poll(() => textOnDisk(server.writer, 'one'), { timeout: 15_000 })
      .toBe('До. Во время. Ещё. ');
  });

  it('does the same on a disk that is really full', async (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0) {
      context.skip('a small disk can be mounted by root only');
      return;
    }
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const full = await startTestServer(disk);
    try {
      await full.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
      const anna = connect(full.url, room);
      clients.push(anna);
      anna.type('До. ');
      await anna.saved();
      // Somebody else's file takes what is left of the disk.
      const filler = join(disk, 'filler');
      expect(() => writeFileSync(filler, new Uint8Array(4 * 1024 * 1024))).toThrow(/ENOSPC/);
      const during = 'Во время. '.repeat(2_000);
      anna.type(during);
      await expect.poll(() => anna.closings, { timeout: 10_000 }).toContain(closings.storage.code);
      anna.type('Ещё. ');
      // The provider counts anew with every connection, so neither count nor text is asked for at one moment.
      await expect.poll(() => anna.provider.unsyncedChanges).toBeGreaterThan(0);
      rmSync(filler);
      await expect.poll(() => textOnDisk(full.writer, 'one'), { timeout: 15_000 }).toBe(`До. ${during}Ещё. `);
    } finally {
      await full.stop();
      spawnSync('umount', [disk]);
    }
  });

  it('refuses a draft whose log is damaged', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const anna = open();
    anna.type('важно');
    await anna.saved();
    anna.destroy();
    const raw = new DatabaseSync(join(data, 'drafts.sqlite'));
    raw.exec('UPDATE draft_update SET checksum = checksum + 1');
    raw.close();
    const boris = open();
    await expect.poll(() => boris.closings, { timeout: 5_000 }).toContain(closings.damaged.code);
  });
});

describe('hostile frames', () => {
  async function rawSocket(): Promise<{ socket: WebSocket; closed: Promise<number> }> {
    const socket = new WebSocket(server.url);
    const closed = new Promise<number>((done) => socket.on('close', (code) => done(code)));
    await new Promise((done) => socket.once('open', done));
    return { socket, closed };
  }

  it.each([
    ['random bytes', new Uint8Array([1, 2, 3, 250, 251, 252])],
    ['an empty frame', new Uint8Array()],
    [
      'an update that cannot be read',
      new OutgoingMessage(room)
        .createSyncMessage()
        .writeUpdate(new Uint8Array([9, 9, 9, 9]))
        .toUint8Array(),
    ],
  ])('closes the socket on %s, and nobody else notices', async (_, frame) => {
    const anna = open();
    await anna.saved();
    const { socket, closed } = await rawSocket();
    socket.send(frame);
    expect(await closed).toBe(closings.garbage.code);
    anna.type('да');
    await anna.saved();
    expect(anna.closings).toEqual([]);
  });

  it('refuses text frames and frames over the limit', async () => {
    const first = await rawSocket();
    first.socket.send('text');
    expect(await first.closed).toBe(closings.garbage.code);
    const second = await rawSocket();
    second.socket.on('error', () => undefined);
    second.socket.send(new Uint8Array(3 * 1024 * 1024));
    expect([1006, 1009]).toContain(await second.closed);
  });

  it('does not let a document grow without end', async () => {
    const anna = open();
    await anna.saved();
    for (let part = 0; part < 5; part += 1) anna.type('я'.repeat(500_000));
    await expect.poll(() => anna.closings, { timeout: 20_000 }).toContain(closings['too-large'].code);
  });

  it('makes a flood wait instead of everybody else', async () => {
    const [anna, boris] = [open(), open()];
    await Promise.all([anna.saved(), boris.saved()]);
    for (let count = 0; count < 2_000; count += 1) anna.type('а');
    const began = performance.now();
    boris.type('Б');
    await boris.saved();
    const waited = performance.now() - began;
    await anna.saved();
    // 600 at once, then 300 a second.
    const flooded = performance.now() - began;
    expect(flooded).toBeGreaterThan(3_000);
    expect(waited / flooded).toBeLessThan(0.4);
    expect(anna.closings).toEqual([]);
    await expect.poll(() => boris.text().length).toBe(2_001);
  });
});

describe('drafts of other versions of the program', () => {
  it('opens a draft of an older schema, and marks it as written with this one', async () => {
    await server.writer.create({
      record: { ...draftRecord('old'), schema: schemaVersion - 1 },
      document: new Uint8Array([0, 0]),
    });
    const anna = open({}, roomOf('old', 1));
    anna.type('да');
    await anna.saved();
    expect((await server.writer.find('old'))?.schema).toBe(schemaVersion);
  });

  it('refuses a draft of a newer schema: opening it would delete what this program does not know', async () => {
    await server.writer.create({
      record: { ...draftRecord('new'), schema: schemaVersion + 1 },
      document: new Uint8Array([0, 0]),
    });
    const anna = open({}, roomOf('new', 1));
    await expect.poll(() => anna.closings).toContain(closings.outdated.code);
  });
});
