/**
 * How fast search is on made-up Russian pages, beside other engines in the same run, one process an engine:
 * `npx node bench/search.ts [--records 1000,10000,50000] [--queries 200] [--rounds 3] [--engines ponyatno,minisearch]`.
 * The engines take turns, query by query, so that a busy machine slows all alike. `bench/README.md` has the last figures.
 */
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import { makeCorpus } from './search/corpus.ts';
import { type Asked, EngineProcess } from './search/engine-process.ts';
import { engines } from './search/engines/index.ts';
import { makeQueries, type QueryClass } from './search/queries.ts';
import { mean, megabytes, percentile, seconds, table } from './search/statistics.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000,10000,50000' },
    queries: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    engines: { type: 'string', default: Object.keys(engines).join(',') },
  },
});
const names = values.engines.split(',');
const rounds = Number(values.rounds);
const dictionary = openDictionary();
const { content } = await readContent('content');
const sample = content.pages.map((page) => [page.title, ...page.sections.map(({ text }) => text)].join('\n'));

for (const records of values.records.split(',').map(Number)) {
  const corpus = makeCorpus(records, sample, dictionary);
  console.log(`\n${records} records, ${corpus.pages.length} pages, load ${loadavg()[0]?.toFixed(1)}`);
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-bench-'));
  const opened: EngineProcess[] = [];
  try {
    const pages = join(folder, 'pages.json');
    writeFileSync(pages, JSON.stringify(corpus.pages));
    const rows = [['engine', 'build', 'open', 'files', 'gzip', 'memory']];
    for (const name of names) {
      const own = join(folder, name.replaceAll(' ', '-'));
      mkdirSync(own);
      const { engine, row } = await prepare(name, pages, own);
      opened.push(engine);
      rows.push(row);
    }
    console.log(`${table(rows, 1)}\n`);
    const lines = [['query', 'engine', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'ours / p95']];
    for (const queries of makeQueries(corpus, Number(values.queries)))
      lines.push(...report(queries, await measure(queries, opened)));
    console.log(table(lines, 2));
  } finally {
    for (const engine of opened) engine.close();
    rmSync(folder, { recursive: true });
  }
}

/** Builds in one process and opens in another, as a publication and a server do. */
async function prepare(
  name: string,
  pages: string,
  folder: string,
): Promise<{ engine: EngineProcess; row: string[] }> {
  const builder = new EngineProcess(name);
  const building = await builder.build(pages, folder);
  builder.close();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  let packed = 0;
  for (const file of files) packed += await gzipped(file);
  const engine = new EngineProcess(name);
  const { milliseconds, memory } = await engine.open(folder);
  return {
    engine,
    row: [
      name,
      seconds(building),
      seconds(milliseconds),
      megabytes(size),
      megabytes(packed),
      megabytes(memory),
    ],
  };
}

async function gzipped(file: string): Promise<number> {
  let size = 0;
  for await (const piece of createReadStream(file).pipe(createGzip())) size += piece.length;
  return size;
}

// Each query in every round, the best time counts: other programs on the machine disturb single runs. A round before them warms
// the engines up: a server has answered a thousand questions before noon.
async function measure(
  { queries, facets }: QueryClass,
  processes: readonly EngineProcess[],
): Promise<Asked[][]> {
  const best: Asked[][] = processes.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [place, query] of queries.entries()) {
      for (const [number, engine] of processes.entries()) {
        const asked = await engine.ask(query, facets);
        if (round < 0) continue;
        const row = best[number] ?? [];
        const before = row[place];
        row[place] = {
          milliseconds: Math.min(asked.milliseconds, before?.milliseconds ?? asked.milliseconds),
          cpu: Math.min(asked.cpu, before?.cpu ?? asked.cpu),
          hits: asked.hits,
        };
      }
    }
  }
  return best;
}

function report({ name, facets }: QueryClass, measured: readonly Asked[][]): string[][] {
  const p95 = measured.map((row) => timeAt(row, 95));
  const own = p95[names.indexOf('ponyatno')];
  return measured.map((row, number) => {
    const engine = names[number] ?? '';
    const times = [50, 95, 99].map((share) => timeAt(row, share).toFixed(2));
    const cpu = mean(row.map((asked) => asked.cpu)).toFixed(2);
    const ratio = own === undefined || engine === 'ponyatno' ? '' : (own / (p95[number] ?? 1)).toFixed(3);
    const without = facets && engines[engine]?.facets === false ? ' (no facets)' : '';
    return [number === 0 ? name : '', engine + without, ...times, cpu, ratio];
  });
}

function timeAt(row: readonly Asked[], share: number): number {
  return percentile(
    row.map(({ milliseconds }) => milliseconds),
    share,
  );
}
