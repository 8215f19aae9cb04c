import type { Query } from '../query/model.ts';
import type { SearchIndex } from './search-index.ts';

/** A word of an analysed query for another engine. */
export interface QueryGroup {
  /** How telling the word is. */
  readonly weight: number;
  /** As it was typed or put right; empty when no page has it in that form. */
  readonly forms: readonly string[];
  /**
   * What may stand for it, the best first: each as words one after another, each word as the terms it is found by. `weight` is 1
   * for the word itself and less for its relatives, synonyms and slips.
   */
  readonly alternatives: readonly {
    readonly weight: number;
    readonly words: readonly (readonly string[])[];
  }[];
}

/** An analysed query in words instead of numbers: what another engine is asked. */
export function queryGroups({ vocabulary: { data } }: SearchIndex, query: Query): QueryGroup[] {
  return query.groups.map(({ weight, forms, alternatives }) => ({
    weight,
    forms: forms.map((form) => data.forms[form] ?? ''),
    alternatives: alternatives.map((alternative) => ({
      weight: alternative.weight,
      words: alternative.words.map((terms) => terms.map((term) => data.terms[term] ?? '')),
    })),
  }));
}
