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

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing-process.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
  it(`loses no acknowledged word of ${writers} writers in ${rounds} rounds, and the draft opens each time`, async () => {
    const promised = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const { child, url } = await start();
      const clients = Array.from({ length: writers }, () => connect(url, roomOf('one', 1)));
      await Promise.all(clients.map((client) => client.saved()));
      const found = clients[0]?.text() ?? '';
      const lost = [...promised].filter((word) => !found.includes(word));
      expect(lost, `after round ${round}`).toEqual([]);
      const hands = clients.map((client, writer) => typing(client, writer, round));
      await new Promise((done) => setTimeout(done, 300 + 150 * (round % 5)));
      child.kill('SIGKILL');
      await once(child, 'exit');
      for (const hand of hands) {
        hand.stop();
        for (const word of hand.acknowledged()) promised.add(word);
      }
      for (const client of clients) client.destroy();
    }
    expect(promised.size).toBeGreaterThan(rounds * writers);
    const { child, url } = await start();
    const client = connect(url, roomOf('one', 1));
    await client.saved();
    const found = client.text();
    expect([...promised].filter((word) => !found.includes(word))).toEqual([]);
    client.destroy();
    child.kill('SIGKILL');
  }, 120_000);
});
