import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutgoingMessage } from '@hocuspocus/server';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { schemaVersion } from '../schema/version.ts';
import { closings, roomOf } from './protocol.ts';
import { connect, draftRecord, startTestServer, type TestServer, textOnDisk } from './testing.ts';

// Whatever one socket says, those who write go on writing, the server stays up, and the draft on the disk can be read.

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-frames-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const room = roomOf('one', 1);
/** Of the protocol, of Hocuspocus (reset, timed out), and ours. */
const knownCodes = [
  1000,
  1005,
  1006,
  1007,
  1009,
  4205,
  4408,
  ...Object.values(closings).map(({ code }) => code),
];

let server: TestServer;
let unexpected: unknown[] = [];
const note = (error: unknown) => void unexpected.push(error);
beforeEach(async () => {
  server = await startTestServer(mkdtempSync(join(folder, 'data-')));
  await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
  unexpected = [];
  // Hocuspocus prints why it closes a connection.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  await server.stop();
  process.off('unhandledRejection', note);
  vi.restoreAllMocks();
  expect(unexpected).toEqual([]);
});

/** What a client of ours sends while it comes in, types and shows its caret. */
async function honestFrames(): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = [];
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function record(this: WebSocket, data: unknown, ...rest: never[]) {
    if (data instanceof Uint8Array) frames.push(Uint8Array.from(data));
    return Reflect.apply(send, this, [data, ...rest]);
  } as typeof send;
  try {
    const client = connect(server.url, room);
    await client.saved();
    client.type('Здравствуйте! ');
    client.provider.awareness?.setLocalStateField('cursor', { anchor: 1, head: 4 });
    await client.saved();
    client.destroy();
  } finally {
    WebSocket.prototype.send = send;
  }
  return frames;
}

/** Opens a socket, says these frames, and gives the code it was closed with; undefined when it was left open. */
async function say(frames: readonly (Uint8Array | string)[]): Promise<number | undefined> {
  const socket = new WebSocket(server.url);
  socket.on('error', () => undefined);
  const closed = new Promise<number>((done) => socket.on('close', done));
  await new Promise((done) => socket.once('open', done));
  for (const frame of frames) socket.send(frame);
  const code = await Promise.race([
    closed,
    new Promise<undefined>((done) => setTimeout(() => done(undefined), 60)),
  ]);
  socket.terminate();
  return code;
}

/** A frame that somebody has meddled with. */
function meddled(frames: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const frame = fc.constantFrom(...frames);
  return fc.oneof(
    fc.tuple(frame, fc.nat(), fc.nat(255)).map(([bytes, at, value]) => {
      const copy = Uint8Array.from(bytes);
      copy[at % copy.length] = value;
      return copy;
    }),
    fc.tuple(frame, fc.nat()).map(([bytes, at]) => bytes.slice(0, at % bytes.length)),
    fc.tuple(frame, frame).map(([one, other]) => Uint8Array.from([...one, ...other])),
    fc.tuple(frame, fc.nat(), fc.uint8Array({ maxLength: 12 })).map(([bytes, at, extra]) => {
      const cut = at % bytes.length;
      return Uint8Array.from([...bytes.slice(0, cut), ...extra, ...bytes.slice(cut)]);
    }),
    // Numbers of lib0 that never end, and lengths beyond the frame.
    fc.tuple(frame, fc.nat()).map(([bytes, at]) => {
      const cut = at % bytes.length;
      return Uint8Array.from([
        ...bytes.slice(0, cut),
        255,
        255,
        255,
        255,
        255,
        255,
        255,
        127,
        ...bytes.slice(cut),
      ]);
    }),
    fc.uint8Array({ maxLength: 80 }),
    frame,
  );
}

describe('the protocol of writing together', () => {
  it('bears frames that somebody has meddled with, before the handshake and after it', async () => {
    const honest = await honestFrames();
    expect(honest.length).toBeGreaterThan(3);
    const [anna, boris] = [connect(server.url, room), connect(server.url, room, { name: 'Борис' })];
    try {
      await Promise.all([anna.saved(), boris.saved()]);
      let round = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(meddled(honest), { minLength: 1, maxLength: 5 }),
          async (cameIn, frames) => {
            round += 1;
            const code = await say(cameIn ? [...honest.slice(0, 2), ...frames] : frames);
            if (code !== undefined) expect(knownCodes).toContain(code);
            if (round % 10 !== 0) return;
            anna.type(`${round} `);
            await anna.saved();
          },
        ),
        { numRuns: 120, endOnFailure: true },
      );
      expect([anna.closings, boris.closings]).toEqual([[], []]);
      await expect.poll(() => boris.text()).toBe(anna.text());
      for (const written of ['10 ', '60 ', '120 ']) expect(boris.text()).toContain(written);
      expect(await textOnDisk(server.writer, 'one')).toBe(anna.text());
    } finally {
      anna.destroy();
      boris.destroy();
    }
  }, 60_000);

  it('lets nobody into another room than the one of the handshake', async () => {
    await server.writer.create({ record: draftRecord('two'), document: new Uint8Array([0, 0]) });
    const honest = await honestFrames();
    const strange = new Y.Doc();
    strange.getText('text').insert(0, 'чужое');
    const foreign = (name: string) =>
      new OutgoingMessage(name)
        .createSyncMessage()
        .writeUpdate(Y.encodeStateAsUpdate(strange))
        .toUint8Array();
    for (const name of [roomOf('two', 1), roomOf('two', 2), '', '../two', `${room}\0`, roomOf('one', 2)])
      await say([...honest.slice(0, 2), foreign(name)]);
    await say([foreign(room)]);
    expect(await textOnDisk(server.writer, 'two')).toBe('');
    expect(await textOnDisk(server.writer, 'one')).not.toContain('чужое');
  });

  it('bears 20 000 updates at once: the one who sends them waits, the others write on', async () => {
    const document = new Y.Doc();
    const flood: Uint8Array[] = [];
    document.on('update', (update) => flood.push(update));
    for (let count = 0; count < 20_000; count += 1) document.getText('text').insert(count, 'а');
    const honest = await honestFrames();
    const socket = new WebSocket(server.url);
    socket.on('error', () => undefined);
    await new Promise((done) => socket.once('open', done));
    const before = process.memoryUsage().rss;
    for (const frame of honest.slice(0, 2)) socket.send(frame);
    for (const update of flood)
      socket.send(new OutgoingMessage(room).createSyncMessage().writeUpdate(update).toUint8Array());
    const anna = connect(server.url, room, { schema: schemaVersion });
    try {
      await anna.saved();
      for (const word of ['Одно ', 'другое ', 'третье ']) {
        anna.type(word);
        await anna.saved();
      }
      expect(anna.closings).toEqual([]);
      const taken = anna.text().replaceAll(/[^а]/g, '').length;
      expect(taken).toBeLessThan(10_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    } finally {
      anna.destroy();
      socket.terminate();
    }
    expect(await textOnDisk(server.writer, 'one')).toContain('третье');
  }, 30_000);
});
