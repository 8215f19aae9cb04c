import { Meilisearch } from 'meilisearch';
import { search } from '../engine/search.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { MeilisearchEngine, type MeilisearchSettings } from '../meilisearch/engine.ts';
import { type JudgedQuery, type Judgement, judgement, overlapAt10 } from './evaluate.ts';

/** How Meilisearch does on judged queries. */
export interface MeilisearchJudgements {
  readonly judgements: readonly Judgement[];
  /** Of the first ten pages, how many the embedded engine has among its own: the mean over the queries. */
  readonly overlap: number;
  /** How many queries Meilisearch itself answered. */
  readonly served: number;
}

/** Asks every query through Meilisearch, without hurry, in an index that is made for it and deleted. */
export async function judgeMeilisearch(
  settings: MeilisearchSettings,
  index: SearchIndex,
  queries: readonly JudgedQuery[],
): Promise<MeilisearchJudgements> {
  const [url = ''] = settings.urls;
  const uid = `${settings.uid}-evaluation-${process.pid}`;
  const unhurried = { headStartMs: 10_000, timeToLiveMs: 10_000 };
  const engine = new MeilisearchEngine({ ...settings, urls: [url], uid, ...unhurried }, (line) => {
    console.log(line);
  });
  try {
    engine.publish(index);
    await engine.settled();
    const judgements: Judgement[] = [];
    let overlap = 0;
    let served = 0;
    for (const judged of queries) {
      const options = { audience: 'staff', limit: 10 } as const;
      const answer = await engine.ask(index, judged.query, options);
      judgements.push(judgement(judged, answer));
      overlap += overlapAt10(answer, search(index, judged.query, options)) / queries.length;
      if (answer.engine === 'meilisearch') served++;
    }
    return { judgements, overlap, served };
  } finally {
    await engine.close();
    const client = new Meilisearch({ host: url, ...(settings.key ? { apiKey: settings.key } : {}) });
    await client.deleteIndex(uid).waitTask();
  }
}
