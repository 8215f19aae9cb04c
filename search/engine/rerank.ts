import type { Query } from '../query/model.ts';
import { type Candidate, type Candidates, weightOf } from './candidates.ts';
import { Likeness } from './likeness.ts';
import { Matcher, type Sighting } from './matcher.ts';
import { ranking } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

/** A page in its place. */
export interface Ranked {
  readonly page: number;
  /** The record that answers best. */
  readonly record: number;
  readonly score: number;
}

/** A long act has hundreds of records: the few that are most about the query are looked at. */
const mostRecords = 4;

/** Orders the candidates by a closer look at their words. The same for every engine. */
export function rerank(index: SearchIndex, query: Query, candidates: Candidates): Ranked[] {
  const reranker = new Reranker(index, query, candidates);
  return candidates.best
    .map((candidate) => reranker.rank(candidate))
    .sort((a, b) => b.score - a.score || a.page - b.page);
}

class Reranker {
  readonly #index: SearchIndex;
  readonly #matcher: Matcher;
  readonly #weights: readonly number[];
  readonly #total: number;
  readonly #pairs: number;
  readonly #pinned: ReadonlySet<number>;
  readonly #recordScores: Float32Array;
  readonly #likeness: Likeness;

  constructor(index: SearchIndex, query: Query, { recordScores }: Candidates) {
    this.#index = index;
    this.#matcher = new Matcher(index, query);
    this.#weights = query.groups.map(({ weight }) => weight);
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    this.#pairs = this.#weights.reduce((sum, _, pair) => sum + this.#pairWeight(pair), 0);
    this.#pinned = new Set(index.betsFor(query.key));
    this.#recordScores = recordScores;
    this.#likeness = new Likeness(index, this.#matcher, query);
  }

  rank({ page, sum }: Candidate): Ranked {
    const { data } = this.#index;
    const whole = this.#matcher.sighting();
    const context = this.#look(data.pageContext[page] ?? 0, whole, ranking.context);
    const likeness = this.#likenessOf(page, whole, context);
    this.#look(data.pageKeywords[page] ?? 0, whole, ranking.keyword);
    const spoken = this.#look(data.pageSpoken[page] ?? 0, whole, 1);
    let passage = this.#worth(spoken);
    let record = data.pageRecordStart[page] ?? 0;
    let bestRecord = -1;
    for (const each of this.#records(page)) {
      const sighting = this.#matcher.sighting();
      this.#matcher.look(data.recordHeading[each] ?? 0, sighting);
      this.#matcher.look(data.recordText[each] ?? 0, sighting);
      this.#merge(whole, sighting, 1);
      const worth = this.#worth(sighting);
      if (worth > bestRecord) [bestRecord, record] = [worth, each];
      passage = Math.max(passage, worth);
    }
    const score =
      ranking.coverage * this.#coverage(whole) +
      (ranking.impact * sum) / this.#total +
      ranking.likeness * likeness +
      ranking.passage * passage +
      ranking.closeness * this.#closeness(whole) +
      (ranking.exact * weightOf(whole.exact, this.#weights)) / this.#total +
      (ranking.kinds[data.pageKind[page] ?? 'note'] ?? 0) +
      (this.#pinned.has(page) ? ranking.pinned : 0);
    return { page, record, score };
  }

  // The records most about the query: a long act has hundreds.
  #records(page: number): number[] {
    const { pageRecordStart } = this.#index.data;
    const records: number[] = [];
    const end = pageRecordStart[page + 1] ?? 0;
    for (let record = pageRecordStart[page] ?? 0; record < end; record++) {
      if ((this.#recordScores[record] ?? 0) > 0) records.push(record);
    }
    if (records.length <= mostRecords) return records;
    const score = (record: number) => this.#recordScores[record] ?? 0;
    return records.sort((a, b) => score(b) - score(a) || a - b).slice(0, mostRecords);
  }

  // The best of the title and the questions of the page.
  #likenessOf(page: number, whole: Sighting, context: Sighting): number {
    const { pageTitle, pageQueries, pageQueryStart } = this.#index.data;
    let best = this.#likeTo(pageTitle[page] ?? 0, whole, context);
    for (const text of pageQueries.subarray(pageQueryStart[page], pageQueryStart[page + 1])) {
      best = Math.max(best, ranking.question * this.#likeTo(text, whole, context));
    }
    return best;
  }

  #likeTo(text: number, whole: Sighting, context: Sighting): number {
    const sighting = this.#matcher.sighting();
    const likeness = this.#likeness.of(text, context, sighting);
    this.#merge(whole, sighting, 1);
    return likeness;
  }

  #look(text: number, whole: Sighting, share: number): Sighting {
    const sighting = this.#matcher.sighting();
    if (text !== 0) this.#matcher.look(text, sighting);
    this.#merge(whole, sighting, share);
    return sighting;
  }

  #merge(whole: Sighting, part: Sighting, share: number): void {
    whole.groups |= part.groups;
    whole.exact |= part.exact;
    for (let group = 0; group < part.quality.length; group++) {
      whole.quality[group] = Math.max(whole.quality[group] ?? 0, share * (part.quality[group] ?? 0));
      whole.closeness[group] = Math.max(whole.closeness[group] ?? 0, share * (part.closeness[group] ?? 0));
    }
  }

  #worth(sighting: Sighting): number {
    return 0.75 * this.#coverage(sighting) + 0.25 * this.#closeness(sighting);
  }

  #coverage({ quality }: Sighting): number {
    return (
      this.#weights.reduce((sum, weight, group) => sum + weight * (quality[group] ?? 0), 0) / this.#total
    );
  }

  // A query of one word is close by itself.
  #closeness(sighting: Sighting): number {
    if (this.#pairs === 0) return this.#coverage(sighting);
    const sum = this.#weights.reduce(
      (all, _, pair) => all + this.#pairWeight(pair) * (sighting.closeness[pair] ?? 0),
      0,
    );
    return sum / this.#pairs;
  }

  #pairWeight(pair: number): number {
    return pair === 0 ? 0 : Math.min(this.#weights[pair] ?? 0, this.#weights[pair - 1] ?? 0);
  }
}
