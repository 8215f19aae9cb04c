import type { Query } from '../query/model.ts';
import type { SearchIndex } from './search-index.ts';

/** A page that has some of the words, before a closer look. */
export interface Candidate {
  readonly page: number;
  /** The groups it has, a bit each. */
  readonly groups: number;
  /** Sum of what each group adds: its rarity by the best impact on any record of the page. */
  readonly sum: number;
}

/** Decides whether a page may be shown. */
export type PageFilter = (page: number) => boolean;

/** Everything the postings say about a query. */
export interface Candidates {
  /** The pages most worth a closer look, the best first. */
  readonly best: readonly Candidate[];
  /** All pages that match, for counting. */
  readonly pages: readonly Candidate[];
  /** For each record how much it is about the query: to choose among the records of a page. */
  readonly recordScores: Float32Array;
}

/** Collects the pages that have any of the words: OR, but a page with more of the telling words comes first. */
export function findCandidates(
  index: SearchIndex,
  query: Query,
  allowed: PageFilter,
  most: number,
): Candidates {
  const { recordPage } = index.data;
  const recordScores = new Float32Array(index.records);
  const sums = new Float32Array(index.pages);
  const masks = new Uint32Array(index.pages);
  const best = new Float32Array(index.pages);
  const touched: number[] = [];
  let total = 0;
  for (const [group, { alternatives, weight }] of query.groups.entries()) {
    const here: number[] = [];
    total += weight;
    const visit = (record: number, impact: number) => {
      const page = recordPage[record] ?? 0;
      recordScores[record] = (recordScores[record] ?? 0) + impact * weight;
      const before = best[page] ?? 0;
      if (before === 0) here.push(page);
      if (impact > before) best[page] = impact;
    };
    for (const { words, weight: share } of alternatives) {
      const [first = []] = words;
      if (words.length === 1) for (const term of first) visitPostings(index, term, share, visit);
      else visitPhrase(index, words, share, visit);
    }
    for (const page of here) {
      if (masks[page] === 0) touched.push(page);
      masks[page] = (masks[page] ?? 0) | (1 << group);
      sums[page] = (sums[page] ?? 0) + weight * (best[page] ?? 0);
      best[page] = 0;
    }
  }
  const pages = touched
    .filter(allowed)
    .map((page) => ({ page, groups: masks[page] ?? 0, sum: sums[page] ?? 0 }));
  const weights = query.groups.map(({ weight }) => weight);
  const worth = ({ groups, sum }: Candidate) => sum * (0.3 + 0.7 * (weightOf(groups, weights) / total) ** 2);
  return { best: top(pages, most, worth), pages, recordScores };
}

/** The weight of a set of groups. */
export function weightOf(groups: number, weights: readonly number[]): number {
  let sum = 0;
  for (let rest = groups; rest !== 0; rest &= rest - 1) sum += weights[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}

function visitPostings(
  { data }: SearchIndex,
  term: number,
  share: number,
  visit: (record: number, impact: number) => void,
): void {
  const { postingStart, postingRecord, postingImpact } = data;
  const end = postingStart[term + 1] ?? 0;
  const scale = share / 255;
  for (let place = postingStart[term] ?? 0; place < end; place++) {
    visit(postingRecord[place] ?? 0, (postingImpact[place] ?? 0) * scale);
  }
}

// Records that have every word of a phrase; whether they stand together is seen at the closer look.
function visitPhrase(
  index: SearchIndex,
  words: readonly (readonly number[])[],
  share: number,
  visit: (record: number, impact: number) => void,
): void {
  let records: Map<number, number> | undefined;
  for (const terms of byLength(index, words)) {
    const found = new Map<number, number>();
    for (const term of terms) {
      visitPostings(index, term, share, (record, impact) => {
        const before = records === undefined ? impact : records.get(record);
        if (before !== undefined)
          found.set(record, Math.max(found.get(record) ?? 0, Math.min(before, impact)));
      });
    }
    records = found;
  }
  for (const [record, impact] of records ?? []) visit(record, impact);
}

// The rarest word first: fewer records to carry along.
function byLength(index: SearchIndex, words: readonly (readonly number[])[]): (readonly number[])[] {
  const { postingStart } = index.data;
  const length = (terms: readonly number[]) =>
    terms.reduce((sum, term) => sum + (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0), 0);
  return [...words].sort((a, b) => length(a) - length(b));
}

// A heap of the best so far, the worst of them on top.
function top(items: readonly Candidate[], most: number, worth: (item: Candidate) => number): Candidate[] {
  const kept = items.map((item) => ({ item, worth: worth(item) }));
  kept.sort((a, b) => b.worth - a.worth || a.item.page - b.item.page);
  return kept.slice(0, most).map(({ item }) => item);
}
