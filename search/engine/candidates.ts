import type { Numbers } from '../file/columns.ts';
import type { Query } from '../query/model.ts';
import { best } from './best.ts';
import type { Segment } from './segment.ts';

/** Decides whether a page may be shown; undefined when every page may. */
export type PageFilter = ((page: number) => boolean) | undefined;

/** Everything the postings say about a query: good until the segment is asked the next one. */
export interface Candidates {
  /** The pages most worth a closer look, the best first. */
  readonly best: readonly number[];
  /** All pages that match. */
  readonly pages: Uint32Array;
  /** How much a page is worth a closer look. */
  worth(page: number): number;
  /** For each page: the rarity of the groups it has. */
  readonly covered: Float32Array;
  /** For each page: the rarity of each group by its best impact on any record of the page. */
  readonly sums: Float32Array;
  /** For each record: how much it is about the query, to choose among the records of a page. */
  readonly recordScores: Float32Array;
}

/** Collects the pages that have any of the words: OR, but a page with more of the telling words comes first. */
export function findCandidates(
  segment: Segment,
  { groups }: Query,
  allowed: PageFilter,
  most: number,
): Candidates {
  const collector = new Collector(segment, allowed);
  let total = 0;
  for (const { alternatives, weight } of groups) {
    total += weight;
    collector.begin(weight);
    for (const { words, weight: share } of alternatives) {
      const [first = []] = words;
      if (words.length === 1) for (const term of first) collector.term(term, share);
      else collector.phrase(words, share);
    }
    collector.end();
  }
  const { covered, sums, recordScores } = collector;
  const { pages } = collector;
  const worth = (page: number) => {
    const share = (covered[page] ?? 0) / total;
    return (sums[page] ?? 0) * (0.3 + 0.7 * share * share);
  };
  return { best: best(pages, most, worth), pages, worth, covered, sums, recordScores };
}

/** Adds up postings, group by group. Within a group the best impact on a page counts, not their sum. */
class Collector {
  readonly covered: Float32Array;
  readonly sums: Float32Array;
  readonly recordScores: Float32Array;
  readonly #best: Float32Array;
  // For each record: how many words of a phrase it has, and the least impact of them.
  readonly #wordsFound: Uint8Array;
  readonly #least: Uint8Array;
  readonly #segment: Segment;
  readonly #allowed: PageFilter;
  readonly #touched: Uint32Array;
  readonly #here: Uint32Array;
  #touchedCount = 0;
  #hereCount = 0;
  #weight = 0;

  constructor(segment: Segment, allowed: PageFilter) {
    this.#segment = segment;
    this.#allowed = allowed;
    this.#touched = segment.scratch.touched;
    this.#here = segment.scratch.here;
    const { covered, sums, recordScores, best: bestImpact, wordsFound, least } = segment.scratch;
    this.covered = covered.fill(0);
    this.sums = sums.fill(0);
    this.recordScores = recordScores.fill(0);
    // These are left as they were found.
    this.#best = bestImpact;
    this.#wordsFound = wordsFound;
    this.#least = least;
  }

  /** The pages that match and may be shown. */
  get pages(): Uint32Array {
    return this.#touched.subarray(0, this.#touchedCount);
  }

  begin(weight: number): void {
    this.#weight = weight;
    this.#hereCount = 0;
  }

  term(term: number, share: number): void {
    const { postingStart, postingRecord, postingImpact, recordPage } = this.#segment.data;
    const from = postingStart[term] ?? 0;
    const to = postingStart[term + 1] ?? 0;
    const scale = share / 255;
    const { recordScores } = this;
    const best = this.#best;
    const here = this.#here;
    const weight = this.#weight;
    let count = this.#hereCount;
    // `#add`, written out: a frequent word has as many postings as there are records.
    for (let place = from; place < to; place++) {
      const record = postingRecord[place] ?? 0;
      const page = recordPage[record] ?? 0;
      const impact = (postingImpact[place] ?? 0) * scale;
      recordScores[record] = (recordScores[record] ?? 0) + impact * weight;
      const before = best[page] ?? 0;
      if (before === 0) here[count++] = page;
      if (impact > before) best[page] = impact;
    }
    this.#hereCount = count;
  }

  /** Records that have every word of a phrase; whether they stand together is seen at the closer look. */
  phrase(words: readonly (readonly number[])[], share: number): void {
    const { postingStart, postingRecord, postingImpact, recordPage } = this.#segment.data;
    const wordsFound = this.#wordsFound;
    const least = this.#least;
    const records: number[] = [];
    for (const [number, terms] of rarestFirst(postingStart, words).entries()) {
      for (const term of terms) {
        const to = postingStart[term + 1] ?? 0;
        for (let place = postingStart[term] ?? 0; place < to; place++) {
          const record = postingRecord[place] ?? 0;
          if (wordsFound[record] !== number) continue;
          const impact = postingImpact[place] ?? 0;
          wordsFound[record] = number + 1;
          if (number === 0) records.push(record);
          least[record] = number === 0 ? impact : Math.min(least[record] ?? 0, impact);
        }
      }
    }
    for (const record of records) {
      if (wordsFound[record] === words.length) {
        this.#add(record, recordPage[record] ?? 0, ((least[record] ?? 0) * share) / 255);
      }
      wordsFound[record] = 0;
    }
  }

  end(): void {
    const { covered, sums } = this;
    const here = this.#here;
    const best = this.#best;
    const weight = this.#weight;
    const allowed = this.#allowed;
    for (let place = 0; place < this.#hereCount; place++) {
      const page = here[place] ?? 0;
      const before = covered[page] ?? 0;
      if (before === 0 && (allowed === undefined || allowed(page)))
        this.#touched[this.#touchedCount++] = page;
      covered[page] = before + weight;
      sums[page] = (sums[page] ?? 0) + weight * (best[page] ?? 0);
      best[page] = 0;
    }
  }

  #add(record: number, page: number, impact: number): void {
    this.recordScores[record] = (this.recordScores[record] ?? 0) + impact * this.#weight;
    const before = this.#best[page] ?? 0;
    if (before === 0) this.#here[this.#hereCount++] = page;
    if (impact > before) this.#best[page] = impact;
  }
}

// Fewer records to carry along.
function rarestFirst(postingStart: Numbers, words: readonly (readonly number[])[]): (readonly number[])[] {
  const postings = (terms: readonly number[]) =>
    terms.reduce((sum, term) => sum + (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0), 0);
  return [...words].sort((a, b) => postings(a) - postings(b));
}
