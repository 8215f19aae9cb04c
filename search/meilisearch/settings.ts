import type { Settings } from 'meilisearch';

/** Fields of a record that hold what its words are found by, the telling ones first. */
export const termFields = [
  'titleTerms',
  'queriesTerms',
  'keywordsTerms',
  'headingTerms',
  'spokenTerms',
  'bodyTerms',
  'contextTerms',
  'reachTerms',
] as const;

/** Fields that hold the words as they were written: for a word that is not yet typed to the end. */
export const formFields = ['titleForms', 'otherForms'] as const;

// Words of ours that Meilisearch would cut: «59-фз», «2024-08-20», «+3832286788», addresses.
const insideWords = ['-', '.', '+', '/', '@', '_', ':', "'", '№', '&', '#', '%', '~'];

/**
 * How an index is set up. All Russian analysis is ours (docs/decisions/0003), so what Meilisearch has of its own is switched off: it
 * is given lemmas and forms, and gives back which records have them.
 */
export const indexSettings = {
  // Their order is their weight.
  searchableAttributes: [...termFields, ...formFields],
  // What a search may show; who may read documents reads all of them all the same.
  displayedAttributes: ['id', 'hash'],
  filterableAttributes: ['audience', 'function', 'kind'],
  // The closer look at words and their places is our re-ranker's.
  rankingRules: ['words', 'attribute', 'exactness'],
  // A page is found once, by the best of its records.
  distinctAttribute: 'page',
  nonSeparatorTokens: insideWords,
  // One speller for both engines: ours knows the slips of Russian typing.
  typoTolerance: { enabled: false, disableOnNumbers: true },
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['rus'] }],
  // Less than we wait: a search that takes longer gives what it has.
  searchCutoffMs: 100,
} as const satisfies Settings;

/** Whether a server's settings are these; what it has besides does not matter. */
export function sameSettings(found: Settings): boolean {
  return contains(found, indexSettings);
}

function contains(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false;
    const given: readonly unknown[] = found;
    // The server sorts the lists whose order means nothing.
    return wanted.every((item, place) => contains(given[place], item) || given.includes(item));
  }
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (typeof found !== 'object' || found === null) return false;
  const given = new Map(Object.entries(found));
  return Object.entries(wanted).every(([name, value]) => contains(given.get(name), value));
}
