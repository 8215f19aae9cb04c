/**
 * `npm run eval:search`: how well judged queries are answered, by kind and engine, over our content and over pages of other agencies.
 * With MEILI_URL the same through Meilisearch (in an index of its own), and how much the engines agree.
 */
import { parseArgs } from 'node:util';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import type { SearchIndex } from '../engine/search-index.ts';
import { buildIndex } from '../index.ts';
import { readMeilisearch } from '../meilisearch/configuration.ts';
import { type JudgedQuery, type Judgement, judge, qualityOf, queryKinds, readQueries } from './evaluate.ts';
import { judgeMeilisearch } from './meilisearch.ts';
import { otherAgencies, otherIndex, otherQueries } from './other/index.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    queries: { type: 'string', default: 'search/evaluation/queries.tsv' },
    misses: { type: 'boolean', default: false },
  },
});
const dictionary = openDictionary();
const { content } = await readContent(values.content);
const meilisearch = readMeilisearch(process.env);
await evaluate('our content', buildIndex(content, dictionary), readQueries(values.queries));
for (const agency of otherAgencies)
  await evaluate(`bare pages: ${agency}`, otherIndex(dictionary, agency), otherQueries(agency));
if (meilisearch === undefined) console.log('Meilisearch was not asked: MEILI_URL is not set.');

async function evaluate(name: string, index: SearchIndex, queries: readonly JudgedQuery[]): Promise<void> {
  report(`${name} · embedded`, judge(index, queries));
  if (meilisearch === undefined) return;
  const { judgements, overlap, served } = await judgeMeilisearch(meilisearch, index, queries);
  report(`${name} · Meilisearch`, judgements);
  console.log(
    `overlap@10 with the embedded engine ${overlap.toFixed(3)}; Meilisearch itself answered ${served} of ${queries.length}\n`,
  );
}

function report(name: string, judgements: readonly Judgement[]): void {
  console.log(`${name}\n${'kind'.padEnd(14)} queries  recall@1  recall@5       MRR`);
  for (const kind of [...queryKinds, undefined]) {
    const own = judgements.filter((judgement) => kind === undefined || judgement.kind === kind);
    const { queries, recallAt1, recallAt5, mrr } = qualityOf(own);
    const shares = [recallAt1, recallAt5, mrr].map((share) => share.toFixed(3).padStart(9));
    console.log((kind ?? 'all').padEnd(14), String(queries).padStart(7), ...shares);
  }
  for (const { kind, query, place, first, pages } of values.misses ? judgements : []) {
    if (place === 1) continue;
    console.log(
      `${kind}: «${query}» stands at ${place || '–'}, first is ${first}, wanted ${pages.join(', ')}`,
    );
  }
  console.log();
}
