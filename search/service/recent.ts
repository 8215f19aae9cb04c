import { search } from '../engine/search.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { Answer, SearchOptions } from '../types.ts';

/** Operators type the same beginnings all day, and the shortest are the dearest: nearly every page has a word with «п». */
const mostKept = 1_000;
/** Longer questions hardly come twice. */
const longestKept = 40;

/** The answers of the embedded engine, the most recent ones kept as long as the index is the same. */
export class RecentAnswers {
  readonly #answers = new Map<string, Answer>();
  #index: SearchIndex | undefined;

  /** As `search`. */
  of(index: SearchIndex, query: string, options: SearchOptions): Answer {
    if (query.length > longestKept) return search(index, query, options);
    if (index !== this.#index) this.#answers.clear();
    this.#index = index;
    const key = keyOf(query, options);
    const answer = this.#answers.get(key) ?? search(index, query, options);
    // The order of a map is that of insertion: what was asked last goes last.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}

function keyOf(
  query: string,
  { audience, limit, kind, function: owner, facets = false }: SearchOptions,
): string {
  return JSON.stringify([audience, limit, kind, owner, facets, query]);
}
