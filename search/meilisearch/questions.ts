import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { SearchIndex } from '../engine/search-index.ts';
import { type QueryGroup, queryGroups } from '../engine/words.ts';
import { cleanQuery } from '../query/clean.ts';
import type { Query } from '../query/model.ts';
import type { SearchOptions } from '../types.ts';
import { formFields, termFields } from './settings.ts';

/** Meilisearch reads no more words of a query. */
const mostWords = 10;
const mostFurther = 3;
/** As many as the re-ranker looks at. */
const mostCandidates = 100;
const weights = { lemmas: 1, surface: 0.9, further: 0.8 };

/**
 * A query as one federated request: by lemmas, by the words as typed (the last one may be unfinished), and with the weightiest words
 * replaced by what may stand for them. Undefined when there is nothing to ask.
 */
export function federatedRequest(
  index: SearchIndex,
  query: Query,
  typed: string,
  options: SearchOptions,
  indexUid: string,
): FederatedMultiSearchParams | undefined {
  const groups = weightiest(queryGroups(index, query));
  if (groups.length === 0) return undefined;
  const common = { indexUid, attributesToRetrieve: ['id'], filter: filterOf(options) };
  const ask = (q: string, own: Partial<MultiSearchQueryWithFederation>, weight: number) =>
    ({ ...common, ...own, q, federationOptions: { weight } }) satisfies MultiSearchQueryWithFederation;
  // A space at the end says that the last word is whole.
  const byTerms = (words: readonly string[], matchingStrategy: 'frequency' | 'last', weight: number) =>
    ask(`${words.join(' ')} `, { attributesToSearchOn: [...termFields], matchingStrategy }, weight);
  const surface = surfaceOf(index, query.shownFor ?? cleanQuery(typed));
  return {
    federation: { limit: mostCandidates },
    queries: [
      byTerms(groups.flatMap(firstTerms).slice(0, mostWords), 'frequency', weights.lemmas),
      ...(surface === ''
        ? []
        : [
            ask(
              surface,
              { attributesToSearchOn: [...formFields], matchingStrategy: 'last' },
              weights.surface,
            ),
          ]),
      ...furtherWords(groups).map((words) => byTerms(words, 'last', weights.further)),
    ],
  };
}

// Rare words first: what is left over is the least telling.
function weightiest(groups: readonly QueryGroup[]): readonly QueryGroup[] {
  return groups.toSorted((a, b) => b.weight - a.weight).slice(0, mostWords);
}

function firstTerms({ alternatives: [best] }: QueryGroup): string[] {
  return best?.words.flatMap(([term]) => (term === undefined ? [] : [term])) ?? [];
}

function surfaceOf(index: SearchIndex, text: string): string {
  const forms = formsOf(index, text);
  return forms.slice(-mostWords).join(' ');
}

function formsOf(index: SearchIndex, text: string): string[] {
  return index.vocabulary.analyser.tokens(text).map(({ form }) => form);
}

/**
 * Meilisearch knows no OR: it gives words up from the end. So each further query keeps another word to the last; where the words are
 * few, the last ones say them otherwise.
 */
function furtherWords(groups: readonly QueryGroup[]): string[][] {
  const rotated = groups
    .slice(1)
    .map((first) => [first, ...groups.filter((group) => group !== first)].flatMap(firstTerms));
  return [...rotated, ...saidOtherwise(groups)]
    .filter((words) => words.length > 0)
    .slice(0, mostFurther)
    .map((words) => words.slice(0, mostWords));
}

/** The other alternatives of the weightiest words, the likeliest first. */
function saidOtherwise(groups: readonly QueryGroup[]): string[][] {
  const others = groups.flatMap(({ weight: ofGroup, alternatives }) =>
    alternatives.slice(1).map(({ words, weight }) => ({
      // Terms of one alternative stand for each other: the last ones are given up first.
      words:
        words.length === 1
          ? [...(words[0] ?? [])]
          : words.flatMap(([term]) => (term === undefined ? [] : [term])),
      weight: weight * ofGroup,
    })),
  );
  return others.sort((a, b) => b.weight - a.weight).map(({ words }) => words);
}

function filterOf({ audience, kind, function: owner }: SearchOptions): string[] {
  return [
    ...(audience === 'public' ? ['audience = "public"'] : []),
    ...(kind === undefined ? [] : [`kind = ${JSON.stringify(kind)}`]),
    ...(owner === undefined ? [] : [`function = ${JSON.stringify(owner)}`]),
  ];
}
