/**
 * How fast people who write together see each other's letters, and what that costs the server:
 * `npx node bench/drafts.ts [--connections 100] [--drafts 20] [--pause 250] [--seconds 20]`.
 * The whole Ponyatno in one process, everybody's browser without its screen in another. Everybody types without a break, a word
 * each `pause` ms, in a paragraph of his or her own; the time runs from the key to the moment the word is in another's document.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { startApp } from '../e2e/support/app.ts';
import { connect, type TestClient } from '../editor/collaboration/testing.ts';
import { letterField } from '../editor/schema/version.ts';
import { megabytes, percentile } from './search/statistics.ts';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '100' },
    drafts: { type: 'string', default: '20' },
    pause: { type: 'string', default: '250' },
    seconds: { type: 'string', default: '20' },
  },
});
const pauseMs = Number(values.pause);
const lastsMs = Number(values.seconds) * 1_000;

const app = await startApp();
try {
  const rooms = await Promise.all(Array.from({ length: Number(values.drafts) }, makeDraft));
  console.log(`Server: ${megabytes(serverMemory())} before anybody came`);
  const writers = Array.from({ length: Number(values.connections) }, (_, number) =>
    connect(`${app.url.replace('http', 'ws')}/collaboration`, rooms[number % rooms.length] ?? '', {
      name: `Писатель ${number}`,
    }),
  );
  await Promise.all(writers.map((writer) => writer.saved()));
  const sent = new Map<string, number>();
  const seen: number[] = [];
  for (const writer of writers) watch(writer, sent, seen);
  const processor = processorTime();
  const memory: number[] = [];
  const looking = setInterval(() => memory.push(serverMemory()), 500);
  const began = performance.now();
  await Promise.all(writers.map((writer, number) => type(writer, number, sent)));
  const lasted = performance.now() - began;
  const spent = processorTime() - processor;
  await Promise.all(writers.map((writer) => writer.saved()));
  clearInterval(looking);
  // Who has the acknowledgement of the last word has not yet the last words of the others.
  const expected = sent.size * (writers.length / rooms.length - 1);
  for (let waited = 0; seen.length < expected && waited < 5_000; waited += 50) await sleep(50);
  const [p50, p95, p99, most] = [50, 95, 99, 100].map((share) => percentile(seen, share).toFixed(1));
  console.log(
    `${writers.length} connections on ${rooms.length} drafts, ${Math.round(sent.size / (lasted / 1_000))} words a second, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(`seen by the others: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, longest ${most} ms`);
  console.log(
    `words that came: ${seen.length} of ${expected}; server: at most ${megabytes(Math.max(...memory))}, ${(spent / sent.size).toFixed(2)} ms of processor a word, ${((spent / lasted) * 100).toFixed(0)} % of a core`,
  );
  for (const writer of writers) writer.destroy();
} finally {
  await app.stop();
}

/** Makes a draft as the page does; gives its room. */
async function makeDraft(): Promise<string> {
  const body = {
    template: 'internal-reply-request',
    urgent: false,
    received: '2026-11-20T17:00',
    values: {},
  };
  const made = await fetch(`${app.url}/api/drafts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { url }: { url: string } = await made.json();
  const desk = await fetch(`${app.url}/api${url}`);
  const { room }: { room: string } = await desk.json();
  return room;
}

/** Notes when words of others come into the document. */
function watch({ document, provider }: TestClient, sent: ReadonlyMap<string, number>, seen: number[]): void {
  document.getXmlFragment(letterField).observeDeep((events, transaction) => {
    if (transaction.origin !== provider) return;
    const now = performance.now();
    for (const event of events)
      for (const { insert } of event.delta)
        for (const word of wordsIn(insert)) {
          const at = sent.get(word);
          if (at !== undefined) seen.push(now - at);
        }
  });
}

/** The words of what came: of text, or of elements that came with text in them. */
function wordsIn(insert: unknown): string[] {
  if (typeof insert === 'string') return insert.split(' ');
  if (Array.isArray(insert)) return insert.flatMap(wordsIn);
  if (insert instanceof Y.XmlText) return insert.toString().split(' ');
  return insert instanceof Y.XmlElement ? insert.toArray().flatMap(wordsIn) : [];
}

/** Types word after word in a paragraph of its own; a late key does not delay the next one. */
async function type({ document }: TestClient, number: number, sent: Map<string, number>): Promise<void> {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  document.transact(() => {
    paragraph.insert(0, [text]);
    document.getXmlFragment(letterField).push([paragraph]);
  });
  const start = performance.now() + (pauseMs * (number % 10)) / 10;
  for (let key = 0; key * pauseMs < lastsMs; key += 1) {
    await sleep(Math.max(0, start + key * pauseMs - performance.now()));
    const word = `слово-${number}-${key}`;
    sent.set(word, performance.now());
    text.insert(text.length, `${word} `);
  }
}

/** What the server has in memory now, in bytes (Linux). */
function serverMemory(): number {
  const status = readFileSync(`/proc/${app.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** What the server has used of the processor, in milliseconds (Linux: a hundred ticks a second). */
function processorTime(): number {
  const fields = readFileSync(`/proc/${app.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
