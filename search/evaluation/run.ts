/** `npm run eval:search`: how well the queries of `queries.tsv` are answered over our content, by kind. */
import { parseArgs } from 'node:util';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import { buildIndex } from '../index.ts';
import { judge, qualityOf, queryKinds, readQueries } from './evaluate.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    queries: { type: 'string', default: 'search/evaluation/queries.tsv' },
    misses: { type: 'boolean', default: false },
  },
});
const { content } = await readContent(values.content);
const index = buildIndex(content, openDictionary());
const judgements = judge(index, readQueries(values.queries));

const percent = (share: number) => share.toFixed(3).padStart(9);
console.log('kind'.padEnd(14), 'queries', ' recall@1', ' recall@5', '      MRR');
for (const kind of [...queryKinds, undefined]) {
  const own = judgements.filter((judgement) => kind === undefined || judgement.kind === kind);
  const { queries, recallAt1, recallAt5, mrr } = qualityOf(own);
  console.log(
    (kind ?? 'all').padEnd(14),
    String(queries).padStart(7),
    percent(recallAt1),
    percent(recallAt5),
    percent(mrr),
  );
}
if (values.misses) {
  for (const { kind, query, place, first, pages } of judgements.filter(
    (judgement) => judgement.place !== 1,
  )) {
    console.log(
      `${kind}: «${query}» stands at ${place || '–'}, first is ${first}, wanted ${pages.join(', ')}`,
    );
  }
}
