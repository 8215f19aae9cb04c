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
/** In a passage: how much its words count; the rest is how close they stand. */
const passageShare = 0.75;

/** What the short texts of a page say. */
interface Glance {
  readonly page: number;
  readonly whole: Sighting;
  readonly likeness: number;
  /** How much of the query stands in the spoken answer. */
  readonly spoken: number;
  /** The score of the page is never above it. */
  readonly most: number;
}

/** Sums of rounded numbers may be that much too small. */
const rounding = 1e-5;

/**
 * Scores the candidates by a closer look at their words, the same for every engine: the `limit` best of them, and maybe others,
 * in any order. Passages are long, so only those are read whose page can still be among the best.
 */
export function rerank(
  segment: Segment,
  query: Query,
  matcher: Matcher,
  candidates: Candidates,
  limit: number,
): Ranked[] {
  const reranker = new Reranker(segment, query, matcher, candidates);
  const glances = candidates.best.map((page) => reranker.glance(page));
  glances.sort((a, b) => b.most - a.most);
  const ranked: Ranked[] = [];
  const best = new BestScores(limit);
  for (const glance of glances) {
    if (glance.most < best.least) break;
    const each = reranker.rank(glance);
    ranked.push(each);
    best.add(each.score);
  }
  return ranked;
}

/** The so many greatest scores. */
class BestScores {
  readonly #scores: number[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  /** What a score must reach to be among them. */
  get least(): number {
    if (this.#count === 0) return Number.POSITIVE_INFINITY;
    return this.#scores[this.#count - 1] ?? Number.NEGATIVE_INFINITY;
  }

  add(score: number): void {
    if (score <= this.least) return;
    const place = this.#scores.findIndex((other) => other < score);
    this.#scores.splice(place === -1 ? this.#scores.length : place, 0, score);
    if (this.#scores.length > this.#count) this.#scores.pop();
  }
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
  /** What the words weigh that can be met as typed. */
  readonly #exactable: number;
  // Reused for every page: its function and kind, one text.
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
    this.#exactable = sumOf(query.groups.map(({ forms, weight }) => (forms.length > 0 ? weight : 0)));
    this.#context = matcher.sighting();
    this.#part = matcher.sighting();
  }

  /** Looks at everything of a page but its passages. */
  glance(page: number): Glance {
    const { data } = this.#segment;
    const whole = this.#matcher.sighting();
    const context = this.#context.clear();
    this.#matcher.look(data.pageContext[page] ?? 0, context);
    whole.add(context, ranking.context);
    const likeness = this.#likenessOf(page, whole);
    this.#look(data.pageKeywords[page] ?? 0, ranking.keyword, whole);
    const spoken = this.#worth(this.#look(data.pageSpoken[page] ?? 0, 1, whole));
    return { page, whole, likeness, spoken, most: this.#most(page, likeness) };
  }

  // As if everything that the postings promise stood side by side in one passage.
  #most(page: number, likeness: number): number {
    const coverage = Math.min(1, (this.#candidates.covered[page] ?? 0) / this.#total);
    const closeness = this.#pairs === 0 ? coverage : 1;
    return (
      ranking.coverage * coverage +
      ranking.passage * (passageShare * coverage + (1 - passageShare) * closeness) +
      ranking.closeness * closeness +
      ranking.exact * Math.min(coverage, this.#exactable / this.#total) +
      this.#outside(page, likeness) +
      rounding
    );
  }

  // What does not depend on the passages.
  #outside(page: number, likeness: number): number {
    return (
      (ranking.impact * (this.#candidates.sums[page] ?? 0)) / this.#total +
      ranking.likeness * likeness +
      (ranking.kinds[this.#segment.data.pageKind[page] ?? 'note'] ?? 0) +
      (this.#pinned.has(page) ? ranking.pinned : 0)
    );
  }

  rank({ page, whole, likeness, spoken }: Glance): Ranked {
    const { data } = this.#segment;
    let passage = spoken;
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
      ranking.passage * passage +
      ranking.closeness * this.#closeness(whole) +
      ranking.exact * this.#exactness(whole) +
      this.#outside(page, likeness);
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
  #likenessOf(page: number, whole: Sighting): number {
    const { pageTitle, pageQueries, pageQueryStart } = this.#segment.data;
    let best = this.#likeTo(pageTitle[page] ?? 0, whole);
    const end = pageQueryStart[page + 1] ?? 0;
    for (let query = pageQueryStart[page] ?? 0; query < end; query++) {
      best = Math.max(best, ranking.question * this.#likeTo(pageQueries[query] ?? 0, whole));
    }
    return best;
  }

  #likeTo(text: number, whole: Sighting): number {
    const part = this.#part.clear();
    const likeness = this.#likeness.of(text, this.#context, part);
    whole.add(part, 1);
    return likeness;
  }

  #look(text: number, share: number, whole: Sighting): Sighting {
    const part = this.#part.clear();
    if (text !== 0) this.#matcher.look(text, part);
    whole.add(part, share);
    return part;
  }

  #worth(sighting: Sighting): number {
    return passageShare * this.#coverage(sighting) + (1 - passageShare) * this.#closeness(sighting);
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
