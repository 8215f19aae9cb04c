import type { Query } from '../query/model.ts';
import type { Candidates } from './candidates.ts';
import { Likeness } from './likeness.ts';
import type { Matcher, Sighting } from './matcher.ts';
import { ranking } from './ranking.ts';
import type { Segment } from './segment.ts';

/** A page in its place. */
export interface Ranked {
  readonly page: number;
  /** The record that answers best. */
  readonly record: number;
  readonly score: number;
}

/** A long act has hundreds of records: the few that are most about the query are looked at. */
const mostRecords = 4;

/** Scores the candidates by a closer look at their words. The same for every engine. */
export function rerank(segment: Segment, query: Query, matcher: Matcher, candidates: Candidates): Ranked[] {
  const reranker = new Reranker(segment, query, matcher, candidates);
  return candidates.best.map((page) => reranker.rank(page));
}

class Reranker {
  readonly #segment: Segment;
  readonly #matcher: Matcher;
  readonly #weights: readonly number[];
  readonly #total: number;
  readonly #pairWeights: readonly number[];
  readonly #pairs: number;
  readonly #pinned: ReadonlySet<number>;
  readonly #candidates: Candidates;
  readonly #likeness: Likeness;
  // Reused for every page: the whole page, its function and kind, one text.
  readonly #whole: Sighting;
  readonly #context: Sighting;
  readonly #part: Sighting;

  constructor(segment: Segment, query: Query, matcher: Matcher, candidates: Candidates) {
    this.#segment = segment;
    this.#matcher = matcher;
    this.#candidates = candidates;
    this.#weights = query.groups.map(({ weight }) => weight);
    this.#total = sumOf(this.#weights);
    // The pair of the words `n - 1` and `n` counts as much as the lighter of them.
    this.#pairWeights = this.#weights.map((weight, place) => Math.min(weight, this.#weights[place - 1] ?? 0));
    this.#pairs = sumOf(this.#pairWeights);
    this.#pinned = new Set(segment.betsFor(query.key));
    this.#likeness = new Likeness(segment, matcher, query);
    this.#whole = matcher.sighting();
    this.#context = matcher.sighting();
    this.#part = matcher.sighting();
  }

  rank(page: number): Ranked {
    const { data } = this.#segment;
    const whole = this.#whole.clear();
    const context = this.#context.clear();
    this.#matcher.look(data.pageContext[page] ?? 0, context);
    whole.add(context, ranking.context);
    const likeness = this.#likenessOf(page);
    this.#look(data.pageKeywords[page] ?? 0, ranking.keyword);
    let passage = this.#worth(this.#look(data.pageSpoken[page] ?? 0, 1));
    let record = data.pageRecordStart[page] ?? 0;
    let bestRecord = -1;
    for (const each of this.#records(page)) {
      const part = this.#part.clear();
      this.#matcher.look(data.recordHeading[each] ?? 0, part);
      this.#matcher.look(data.recordText[each] ?? 0, part);
      whole.add(part, 1);
      const worth = this.#worth(part);
      if (worth > bestRecord) [bestRecord, record] = [worth, each];
      passage = Math.max(passage, worth);
    }
    const score =
      ranking.coverage * this.#coverage(whole) +
      (ranking.impact * (this.#candidates.sums[page] ?? 0)) / this.#total +
      ranking.likeness * likeness +
      ranking.passage * passage +
      ranking.closeness * this.#closeness(whole) +
      ranking.exact * this.#exactness(whole) +
      (ranking.kinds[data.pageKind[page] ?? 'note'] ?? 0) +
      (this.#pinned.has(page) ? ranking.pinned : 0);
    return { page, record, score };
  }

  // The records most about the query.
  #records(page: number): number[] {
    const { pageRecordStart } = this.#segment.data;
    const { recordScores } = this.#candidates;
    const records: number[] = [];
    const end = pageRecordStart[page + 1] ?? 0;
    for (let record = pageRecordStart[page] ?? 0; record < end; record++) {
      if ((recordScores[record] ?? 0) > 0) records.push(record);
    }
    if (records.length <= mostRecords) return records;
    const score = (record: number) => recordScores[record] ?? 0;
    return records.sort((a, b) => score(b) - score(a) || a - b).slice(0, mostRecords);
  }

  // The best of the title and the questions of the page.
  #likenessOf(page: number): number {
    const { pageTitle, pageQueries, pageQueryStart } = this.#segment.data;
    let best = this.#likeTo(pageTitle[page] ?? 0);
    const end = pageQueryStart[page + 1] ?? 0;
    for (let query = pageQueryStart[page] ?? 0; query < end; query++) {
      best = Math.max(best, ranking.question * this.#likeTo(pageQueries[query] ?? 0));
    }
    return best;
  }

  #likeTo(text: number): number {
    const part = this.#part.clear();
    const likeness = this.#likeness.of(text, this.#context, part);
    this.#whole.add(part, 1);
    return likeness;
  }

  #look(text: number, share: number): Sighting {
    const part = this.#part.clear();
    if (text !== 0) this.#matcher.look(text, part);
    this.#whole.add(part, share);
    return part;
  }

  #worth(sighting: Sighting): number {
    return 0.75 * this.#coverage(sighting) + 0.25 * this.#closeness(sighting);
  }

  #coverage({ quality }: Sighting): number {
    return weighed(quality, this.#weights) / this.#total;
  }

  // A query of one word is close by itself.
  #closeness(sighting: Sighting): number {
    return this.#pairs === 0
      ? this.#coverage(sighting)
      : weighed(sighting.closeness, this.#pairWeights) / this.#pairs;
  }

  #exactness({ exact }: Sighting): number {
    let sum = 0;
    for (let group = 0; group < this.#weights.length; group++) {
      if ((exact & (1 << group)) !== 0) sum += this.#weights[group] ?? 0;
    }
    return sum / this.#total;
  }
}

function weighed(values: Float32Array, weights: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++) sum += (values[place] ?? 0) * (weights[place] ?? 0);
  return sum;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
