/**
 * How long operators wait for `GET /api/search`: `npx node bench/search-http.ts [--records 50000] [--users 50] [--pause 200] [--seconds 30]`.
 * Each of them types question after question without a break, a key each `pause` ms, and every key asks for ten hits with facets. They
 * do not wait for answers: a late one is counted from the key, so that a slow server cannot slow the typing down.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import { makeCorpus, seeded } from './search/corpus.ts';
import { EngineProcess } from './search/engine-process.ts';
import type { Listening, Spent } from './search/http-server.ts';
import { makeQueries } from './search/queries.ts';
import { megabytes, percentile, seconds } from './search/statistics.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '50000' },
    users: { type: 'string', default: '50' },
    pause: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
  },
});
const users = Number(values.users);
const pauseMs = Number(values.pause);
const { content } = await readContent('content');
const sample = content.pages.map((page) => [page.title, ...page.sections.map(({ text }) => text)].join('\n'));
const corpus = makeCorpus(Number(values.records), sample, openDictionary());
const folder = mkdtempSync(join(tmpdir(), 'ponyatno-bench-'));
try {
  const pages = join(folder, 'pages.json');
  writeFileSync(pages, JSON.stringify(corpus.pages));
  const builder = new EngineProcess('ponyatno');
  console.log(`${values.records} records, built in ${seconds(await builder.build(pages, folder))}`);
  builder.close();
  const server = fork(new URL('search/http-server.ts', import.meta.url), [folder]);
  const [{ port }] = (await once(server, 'message')) as [Listening];
  const keys = makeQueries(corpus, 500).at(-1)?.queries ?? [];
  // What nobody waits for yet: a server is warm by the time the first operator sits down.
  await Promise.all(typing(keys.slice(0, users * 20), port));
  const began = performance.now();
  const answers = (await Promise.all(typing(keys, port, Number(values.seconds) * 1000))).flat();
  const lasted = performance.now() - began;
  server.send('spent');
  const [spent] = (await once(server, 'message')) as [Spent];
  server.kill();
  const times = answers.map(({ milliseconds }) => milliseconds);
  const [p50, p95, p99, most] = [50, 95, 99, 100].map((share) => percentile(times, share).toFixed(1));
  console.log(
    `${users} operators, a key each ${pauseMs} ms: ${answers.length} questions, ${Math.round(answers.length / (lasted / 1000))} a second, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(`p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, longest ${most} ms`);
  console.log(
    `not answered with 200: ${answers.filter(({ status }) => status !== 200).length}; server: ${(spent.cpu / answers.length).toFixed(2)} ms of processor a question, ${megabytes(spent.memory)}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

interface Answered {
  readonly status: number;
  readonly milliseconds: number;
}

/** All operators at once; each begins somewhere in the list of keys and somewhere in the pause. */
function typing(keys: readonly string[], port: number, milliseconds = 4_000): Promise<Answered[]>[] {
  const agent = new Agent({ keepAlive: true, maxSockets: users * 4 });
  const random = seeded(users);
  return Array.from({ length: users }, async () => {
    const answers: Promise<Answered>[] = [];
    let place = Math.floor(random() * keys.length);
    const start = performance.now() + random() * pauseMs;
    for (let key = 0; key * pauseMs < milliseconds; key++) {
      const due = start + key * pauseMs;
      await setTimeout(Math.max(0, due - performance.now()));
      answers.push(ask(keys[place++ % keys.length] ?? '', port, agent));
    }
    return Promise.all(answers);
  });
}

function ask(query: string, port: number, agent: Agent): Promise<Answered> {
  const asked = performance.now();
  const path = `/api/search?q=${encodeURIComponent(query)}&limit=10&facets=1`;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - asked }),
      );
    }).once('error', reject);
  });
}
