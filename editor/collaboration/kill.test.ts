import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { roomOf } from './protocol.ts';
import { connect, type TestClient } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-kill-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const rounds = Number(process.env.PONYATNO_KILL_ROUNDS ?? 5);
const writers = 10;
/** The writers are spread over these drafts. */
const drafts = ['one', 'two', 'three'];
const draftOf = (writer: number) => drafts[writer % drafts.length] ?? '';

/** The words are never torn: each is inserted whole. */
const wordsOf = (client: TestClient | undefined) => new Set(client?.text().match(/\[[^[\]]*\]/g));

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing-process.ts'), folder, ...drafts],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

/** Types numbered words until told to stop, and keeps which of them the server has acknowledged. */
function typing(
  client: TestClient,
  writer: number,
  round: number,
): { acknowledged(): string[]; stop(): void } {
  const typed: string[] = [];
  let acknowledged = 0;
  client.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    acknowledged = Math.max(acknowledged, typed.length - number);
  });
  const timer = setInterval(() => {
    const word = `[${round}.${writer}.${typed.length}]`;
    typed.push(word);
    client.type(word);
  }, 8);
  return { acknowledged: () => typed.slice(0, acknowledged), stop: () => clearInterval(timer) };
}

describe('kill -9 in mid-typing', () => {
  it(
    `loses no acknowledged word of ${writers} writers in ${rounds} rounds, and every draft opens each time`,
    async () => {
      const promised: string[][] = drafts.map(() => []);
      async function openAll(url: string, count: number): Promise<TestClient[]> {
        const clients = Array.from({ length: count }, (_, writer) =>
          connect(url, roomOf(draftOf(writer), 1)),
        );
        await Promise.all(clients.map((client) => client.saved()));
        for (const [draft, words] of promised.entries()) {
          const found = wordsOf(clients[draft]);
          expect(words.filter((word) => !found.has(word))).toEqual([]);
        }
        return clients;
      }
      for (let round = 0; round < rounds; round += 1) {
        const { child, url } = await start();
        const clients = await openAll(url, writers);
        const hands = clients.map((client, writer) => typing(client, writer, round));
        await new Promise((done) => setTimeout(done, 300 + 150 * (round % 5)));
        child.kill('SIGKILL');
        await once(child, 'exit');
        for (const [writer, hand] of hands.entries()) {
          hand.stop();
          promised[writer % drafts.length]?.push(...hand.acknowledged());
        }
        for (const client of clients) client.destroy();
      }
      const { child, url } = await start();
      for (const client of await openAll(url, drafts.length)) client.destroy();
      child.kill('SIGKILL');
      const acknowledged = promised.flat().length;
      expect(acknowledged).toBeGreaterThan(rounds * writers);
      if (process.env.PONYATNO_KILL_ROUNDS)
        console.info(`${rounds} kills, ${acknowledged} acknowledged words, none lost.`);
    },
    30_000 + rounds * 15_000,
  );
});
