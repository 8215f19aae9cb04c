/**
 * How fast search is on made-up Russian pages, beside MiniSearch in the same run: `npx node bench/search.ts [--records 1000,10000]`.
 * The engines take turns, query by query, so that a busy machine slows both.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openDictionary } from '@ponyatno/russian/node';
import MiniSearch from 'minisearch';
import { readContent } from '#knowledge';
import { buildIndexFrom, encodeIndex, openIndex, search } from '#search';
import { type Corpus, makeCorpus } from './search/corpus.ts';
import { makeQueries, type QueryClass } from './search/queries.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000,10000' },
    queries: { type: 'string', default: '200' },
  },
});
const dictionary = openDictionary();
const { content } = await readContent('content');
const sample = content.pages.map((page) => [page.title, ...page.sections.map(({ text }) => text)].join('\n'));

for (const records of values.records.split(',').map(Number)) {
  const corpus = makeCorpus(records, sample, dictionary);
  console.log(`\n${records} records, ${corpus.pages.length} pages`);
  const ours = buildOurs(corpus);
  const mini = buildMini(corpus);
  console.log(
    'query'.padEnd(20),
    'engine'.padEnd(12),
    'p50 ms'.padStart(9),
    'p95 ms'.padStart(9),
    'p99 ms'.padStart(9),
  );
  for (const queries of makeQueries(corpus, Number(values.queries))) {
    const [own = [], peer = []] = measure(queries, ours, mini);
    report(queries.name, 'ponyatno', own);
    report('', 'minisearch', peer);
    console.log(
      ''.padEnd(20),
      'ratio of p95'.padEnd(12),
      (percentile(own, 95) / percentile(peer, 95)).toFixed(3).padStart(9),
    );
  }
}

type Ask = (query: string, facets: boolean) => number;

function buildOurs(corpus: Corpus): Ask {
  const started = performance.now();
  const built = buildIndexFrom({ pages: corpus.pages, synonyms: [] }, dictionary);
  const building = performance.now() - started;
  const file = encodeIndex(built);
  const opening = performance.now();
  const index = openIndex(file, dictionary);
  search(index, 'срок ответа', { audience: 'staff' });
  const opened = performance.now() - opening;
  const sizes = `${megabytes(file.length)} MB raw, ${megabytes(gzipSync(file).length)} MB gzip`;
  console.log(
    `ponyatno: built in ${seconds(building)} s, ${sizes}, opened in ${opened.toFixed(0)} ms with a first answer`,
  );
  return (query, facets) => search(index, query, { audience: 'staff', facets }).hits.length;
}

function buildMini(corpus: Corpus): Ask {
  const started = performance.now();
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    storeFields: ['title', 'kind', 'function'],
    searchOptions: { boost: { title: 3, heading: 2 }, prefix: true, fuzzy: 0.2 },
  });
  const documents = corpus.pages.flatMap((page) =>
    page.passages.map((passage, part) => ({
      id: `${page.id}#${part}`,
      title: page.title,
      heading: passage.heading,
      text: part === 0 ? `${page.spoken} ${passage.text}` : passage.text,
      kind: page.kind,
      function: page.function,
    })),
  );
  index.addAll(documents);
  const building = performance.now() - started;
  const file = JSON.stringify(index);
  console.log(
    `minisearch: built in ${seconds(building)} s, ${megabytes(file.length)} MB raw, ${megabytes(gzipSync(file).length)} MB gzip`,
  );
  return (query, facets) => {
    const hits = index.search(query);
    if (facets) {
      const counts = new Map<string, number>();
      for (const hit of hits) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
    }
    return hits.length;
  };
}

// Each query three times, the best time counts: other programs on the machine disturb single runs.
function measure({ queries, facets }: QueryClass, ...engines: Ask[]): number[][] {
  const times = engines.map(() => queries.map(() => Number.POSITIVE_INFINITY));
  for (let round = 0; round < 3; round++) {
    for (const [place, query] of queries.entries()) {
      for (const [engine, ask] of engines.entries()) {
        const started = performance.now();
        ask(query, facets);
        const row = times[engine] ?? [];
        row[place] = Math.min(row[place] ?? 0, performance.now() - started);
      }
    }
  }
  return times;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
}

function report(name: string, engine: string, times: readonly number[]): void {
  const columns = [50, 95, 99].map((share) => percentile(times, share).toFixed(2).padStart(9));
  console.log(name.padEnd(20), engine.padEnd(12), ...columns);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
