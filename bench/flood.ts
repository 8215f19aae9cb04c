/**
 * Whether others notice a flood: `npx node bench/flood.ts [--seconds 3] [--rounds 5] [--only search,updates]`.
 * A real server behind a proxy that signs people in. In this process people open pages, search, and write a letter together; in
 * another one somebody floods the server in one way after another. Before each flood the same people are measured without it, and
 * the ratio is the median of some short rounds: what else the computer does strikes both halves of a round.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startApp } from '../e2e/support/app.ts';
import { connect } from '../editor/collaboration/testing.ts';
import { headersOf, proxyEnvironment, send } from './flood/people.ts';
import { percentile, table } from './search/statistics.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    only: {
      type: 'string',
      default: 'bodies,search,pages,sign-in,guests,sockets,garbage,updates,own letter',
    },
  },
});
const lastsMs = Number(values.seconds) * 1_000;
/** The share of what others waited before that they may wait in a flood. */
const limit = 2;
const uses = ['page', 'search', 'key'] as const;
type Use = (typeof uses)[number];
type Waits = Record<Use, number[]>;

const app = await startApp(proxyEnvironment);
let flood: ChildProcess | undefined;
try {
  const anna = headersOf('anna', '203.0.113.9');
  const [letter, other] = [await makeLetter(anna), await makeLetter(headersOf('flooder', '203.0.113.66'))];
  const socket = `${app.url.replace('http', 'ws')}/collaboration`;
  const writer = connect(socket, letter, { headers: anna });
  const reader = connect(socket, letter, { headers: headersOf('boris', '203.0.113.9') });
  await Promise.all([writer.saved(), reader.saved()]);
  await measure(3_000);

  const rows = [
    ['flood', 'of what', 'p95 before, ms', 'p95 in it, ms', 'ratio', 'not answered', 'the flood got'],
  ];
  let worst = 0;
  for (const kind of values.only.split(',')) {
    const rounds: Record<Use, (readonly [number, number])[]> = { page: [], search: [], key: [] };
    let failed = 0;
    let got = '';
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const quiet = await measure(lastsMs);
      flood = fork(new URL('flood/flooder.ts', import.meta.url), [
        kind === 'own letter' ? 'updates' : kind,
        app.url,
        kind === 'own letter' ? letter : other,
      ]);
      let answers: unknown;
      flood.on('message', (message) => {
        answers = message;
      });
      // It has begun when it says its first word; a moment later whatever was free has been used up.
      await once(flood, 'message');
      await sleep(1_000);
      const noisy = await measure(lastsMs);
      const ended = once(flood, 'exit');
      flood.kill('SIGKILL');
      await ended;
      for (const use of uses)
        rounds[use].push([percentile(quiet.waits[use], 95), percentile(noisy.waits[use], 95)]);
      failed += noisy.failed;
      got = JSON.stringify(answers);
      await sleep(1_000);
    }
    for (const use of uses) {
      const [quiet, noisy] = [0, 1].map((half) => median(rounds[use].map((round) => round[half] ?? 0)));
      const ratio = median(rounds[use].map(([without, within]) => within / without));
      worst = Math.max(worst, ratio);
      rows.push([
        kind,
        use,
        (quiet ?? 0).toFixed(1),
        (noisy ?? 0).toFixed(1),
        ratio.toFixed(2),
        String(failed),
        got,
      ]);
    }
  }
  console.log(table(rows, 2));
  console.log(`the worst ratio ${worst.toFixed(2)} (limit ${limit}), load ${loadavg()[0]?.toFixed(1)}`);
  if (worst > limit) process.exitCode = 1;
  writer.destroy();
  reader.destroy();

  /** What people wait for so long; nobody waits for an answer before the next question. */
  async function measure(milliseconds: number): Promise<{ waits: Waits; failed: number }> {
    const waits: Waits = { page: [], search: [], key: [] };
    let failed = 0;
    const stop = onWords((began) => waits.key.push(performance.now() - began));
    const asked = async (use: Use, path: string) => {
      const began = performance.now();
      const { status } = await send(new URL(path, app.url), 'GET', anna);
      waits[use].push(performance.now() - began);
      if (status !== 200) failed += 1;
    };
    const pending: Promise<void>[] = [];
    const start = performance.now();
    for (let step = 0; step * 25 < milliseconds; step += 1) {
      await sleep(Math.max(0, start + step * 25 - performance.now()));
      if (step % 4 === 0)
        pending.push(
          asked('search', `/api/search?q=${encodeURIComponent(`сколько ждать ответ ${step % 7}`)}`),
        );
      if (step % 4 === 1) type();
      if (step % 4 === 2) pending.push(asked('page', step % 8 === 2 ? '/drafts' : '/functions'));
    }
    await Promise.all(pending);
    await sleep(200);
    stop();
    return { waits, failed };
  }

  /** A word with the moment it was typed at. */
  function type(): void {
    writer.type(`${performance.now()} `);
  }

  /** Tells of each word when it has come to the other one. */
  function onWords(seen: (began: number) => void): () => void {
    const text = reader.document.getText('text');
    const look = (event: { delta: readonly { insert?: unknown }[] }) => {
      for (const { insert } of event.delta)
        if (typeof insert === 'string') for (const word of insert.trim().split(' ')) seen(Number(word));
    };
    text.observe(look);
    return () => text.unobserve(look);
  }
} finally {
  flood?.kill('SIGKILL');
  await app.stop();
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

/** Makes a letter as the page does; gives its room. */
async function makeLetter(headers: Record<string, string>): Promise<string> {
  const body = {
    template: 'internal-reply-request',
    urgent: false,
    received: '2026-11-20T17:00',
    values: {},
  };
  const json = { ...headers, 'Content-Type': 'application/json' };
  const made = await send(new URL('/api/drafts', app.url), 'POST', json, JSON.stringify(body));
  const { url } = JSON.parse(made.text) as { url: string };
  const desk = await send(new URL(`/api${url}`, app.url), 'GET', headers);
  return (JSON.parse(desk.text) as { room: string }).room;
}
