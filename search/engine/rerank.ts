import type { PageKind } from '#knowledge';
import type { Query } from '../query/model.ts';
import { type Candidate, type Candidates, weightOf } from './candidates.ts';
import { type Found, Matcher, type Sighting } from './matcher.ts';
import type { SearchIndex } from './search-index.ts';

/** A page in its place. */
export interface Ranked {
  readonly page: number;
  /** The record that answers best. */
  readonly record: number;
  readonly score: number;
}

/** What makes a page a good answer; together 1. */
const shares = {
  /** The telling words of the query that the page has. */
  coverage: 0.32,
  /** How much the page is about them. */
  impact: 0.16,
  /** How much its title or one of its questions is the query and nothing more. */
  likeness: 0.3,
  /** How many of them stand in one passage. */
  passage: 0.1,
  /** How close together. */
  closeness: 0.08,
  /** How many in the form as typed. */
  exact: 0.04,
};

/** The query is a title or a pinned question: nothing comes before it. */
const pinned = 1;
/** Breaks ties: the spoken answers first, papers last. */
const kindBonus: Readonly<Partial<Record<PageKind, number>>> = {
  faq: 0.02,
  function: 0.015,
  contact: 0.01,
  script: 0.005,
  template: 0.005,
};
const keywordShare = 0.85;
const contextShare = 0.5;
const mostRecords = 4;
/** What a question word or a negation counts in the likeness of two questions. */
const softWeight = 0.6;

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
  readonly #soft: readonly ReadonlySet<number>[];
  /** The weight of the most telling form: `formWeight` is a 255th of it. */
  readonly #formUnit: number;

  constructor(index: SearchIndex, query: Query, { recordScores }: Candidates) {
    this.#index = index;
    this.#matcher = new Matcher(index, query);
    this.#weights = query.groups.map(({ weight }) => weight);
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    this.#pairs = this.#weights.reduce((sum, _, pair) => sum + this.#pairWeight(pair), 0);
    this.#pinned = new Set(index.betsFor(query.key));
    this.#recordScores = recordScores;
    this.#soft = query.soft.map((forms) => new Set(forms));
    this.#formUnit = rarest(index.pages) / 255;
  }

  rank({ page, sum }: Candidate): Ranked {
    const { data } = this.#index;
    const whole = this.#matcher.sighting();
    const likeness = this.#likenessOf(page, whole);
    this.#look(data.pageKeywords[page] ?? 0, whole, keywordShare);
    this.#look(data.pageContext[page] ?? 0, whole, contextShare);
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
      shares.coverage * this.#coverage(whole) +
      (shares.impact * sum) / this.#total +
      shares.likeness * likeness +
      shares.passage * passage +
      shares.closeness * this.#closeness(whole) +
      (shares.exact * weightOf(whole.exact, this.#weights)) / this.#total +
      (kindBonus[data.pageKind[page] ?? 'note'] ?? 0) +
      (this.#pinned.has(page) ? pinned : 0);
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

  // Of the title and each question of the page: twice the common weight by the weight of both.
  #likenessOf(page: number, whole: Sighting): number {
    const { pageTitle, pageQueries, pageQueryStart, tokenStart, tokenForm, formWeight } = this.#index.data;
    let best = 0;
    const texts = [
      pageTitle[page] ?? 0,
      ...pageQueries.subarray(pageQueryStart[page], pageQueryStart[page + 1]),
    ];
    for (const text of texts) {
      const sighting = this.#look(text, whole, 1);
      const found: Found[] = [];
      this.#matcher.look(text, this.#matcher.sighting(), found);
      // A word that only stands for one of the query is partly another word.
      const matched = new Map(found.map(({ token, quality }) => [token, quality]));
      let others = 0;
      const from = tokenStart[text] ?? 0;
      const to = tokenStart[text + 1] ?? 0;
      for (let token = from; token < to; token++) {
        const own = (formWeight[tokenForm[token] ?? 0] ?? 0) * this.#formUnit;
        others += own * (1 - (matched.get(token - from) ?? 0));
      }
      const soft = this.#soft.filter((forms) => hasToken(tokenForm, from, to, forms)).length * softWeight;
      const common = this.#coverage(sighting) * this.#total + soft;
      const likeness = (2 * common) / (this.#total + this.#soft.length * softWeight + common + others);
      if (likeness > best) best = likeness;
    }
    return best;
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

function hasToken(tokens: ArrayLike<number>, from: number, to: number, forms: ReadonlySet<number>): boolean {
  for (let token = from; token < to; token++) if (forms.has(tokens[token] ?? 0)) return true;
  return false;
}

function rarest(pages: number): number {
  return Math.log(1 + (pages - 0.5) / 1.5);
}
