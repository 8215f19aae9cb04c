import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTurn } from '../connection/turn.ts';
import { letterSchema } from '../schema/schema.ts';
import { suggestedBreak } from '../schema/suggestion.ts';
import { decide } from '../suggestions/decide.ts';
import { piecesOf } from '../suggestions/pieces.ts';
import { suggestChange, suggestJoin } from '../suggestions/suggest.ts';
import { Peer, paragraphs } from '../together/testing.ts';
import { roomOf } from './protocol.ts';
import { connect, draftRecord, startTestServer, type TestClient, type TestServer } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-turns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = paragraphs('Ответ в срок', 'До пятницы');
const by = { author: 'Вера', at: '2026-11-26T10:00Z' };
let server: TestServer;
let clients: TestClient[] = [];
let number = 0;

beforeEach(async () => {
  number += 1;
  server = await startTestServer(join(folder, String(number)));
  await server.writer.create({ record: draftRecord('one'), document: seed });
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients = [];
  await server.stop();
});

function writer(client: number): { peer: Peer; line: TestClient } {
  const peer = new Peer(seed, client);
  const line = connect(server.url, roomOf('one', 1), { document: peer.document, name: `Писатель ${client}` });
  clients.push(line);
  return { peer, line };
}

const accept = (peer: Peer) => peer.edit(({ tr, doc }) => decide(tr, piecesOf(doc), 'accept'));

describe('turns', () => {
  it.each([
    ['a break', suggestBreak, ['Ответ', ' в срок', 'До пятницы']],
    ['a join', suggestAJoin, ['Ответ в срокДо пятницы']],
  ])('let two people who accept %s at once do it once', async (_, suggest, expected) => {
    const [anna, boris] = [writer(10), writer(11)];
    await Promise.all([anna.line.saved(), boris.line.saved()]);
    suggest(anna.peer);
    await anna.line.saved();
    await expect.poll(() => piecesOf(boris.peer.state.doc)).toHaveLength(1);
    await Promise.all([anna, boris].map(({ peer, line }) => inTurn(line.provider, () => accept(peer))));
    await Promise.all([anna.line.saved(), boris.line.saved()]);
    for (const { peer } of [anna, boris]) await expect.poll(() => peer.texts).toEqual(expected);
  });

  it('go to the next one when the holder is gone, and when the holder says nothing more', async () => {
    const [anna, boris, vera] = [writer(10), writer(11), writer(12)];
    await Promise.all([anna.line.saved(), boris.line.saved(), vera.line.saved()]);
    const order: string[] = [];
    const stuck = inTurn(anna.line.provider, () => {
      order.push('Анна');
      anna.line.fallSilent();
      anna.line.provider.disconnect();
    });
    await stuck;
    // Takes the turn and never gives it back.
    boris.line.provider.sendStateless('{"kind":"turn-wanted"}');
    await new Promise((done) => setTimeout(done, 200));
    const done = await inTurn(vera.line.provider, () => order.push('Вера'));
    expect(done).toBe(2);
    expect(order).toEqual(['Анна', 'Вера']);
  }, 20_000);

  it('are not given without connection, and nothing is done then', async () => {
    const { line } = writer(10);
    await line.saved();
    line.fallSilent();
    let count = 0;
    expect(await inTurn(line.provider, () => (count += 1))).toBeUndefined();
    expect(count).toBe(0);
  }, 20_000);
});

function suggestBreak(peer: Peer): void {
  peer.edit(({ tr }) => (suggestChange(tr, 6, 6, [letterSchema.text(suggestedBreak)], by) ? tr : undefined));
}

function suggestAJoin(peer: Peer): void {
  peer.edit(({ tr, doc }) => (suggestJoin(tr, doc.child(0).nodeSize, by) ? tr : undefined));
}
