/** `npm run eval:search`: how well judged queries are answered, by kind, over our content and over pages of other agencies. */
import { parseArgs } from 'node:util';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import { buildIndex } from '../index.ts';
import { type Judgement, judge, qualityOf, queryKinds, readQueries } from './evaluate.ts';
import { otherIndex, otherQueries } from './other/index.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    queries: { type: 'string', default: 'search/evaluation/queries.tsv' },
    misses: { type: 'boolean', default: false },
  },
});
const dictionary = openDictionary();
const { content } = await readContent(values.content);
report('our content', judge(buildIndex(content, dictionary), readQueries(values.queries)));
report('other agencies, bare pages', judge(otherIndex(dictionary), otherQueries()));

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
