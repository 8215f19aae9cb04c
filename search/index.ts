/** The door of `search/`: query → answers. */

import type { Dictionary } from '@ponyatno/russian';
import type { Audience, Content } from '#knowledge';
import { SearchIndex } from './engine/search-index.ts';
import { analysisVersion } from './file/index-file.ts';
import { buildColumns, type IndexSource } from './publish/build.ts';
import { contentSource } from './publish/content-pages.ts';
import { commonSynonyms } from './vocabulary/synonyms.ts';

export { checkConsistency } from './consistency/check.ts';
export { pageOfRecord, recordId } from './engine/given.ts';
export { type RecordField, type SearchRecord, searchRecords } from './engine/records.ts';
export { analyseQuery, answerFrom, type Served, search } from './engine/search.ts';
export type { SearchIndex } from './engine/search-index.ts';
export { type QueryGroup, queryGroups } from './engine/words.ts';
export { IndexFileError } from './file/index-file.ts';
export { encodeIndex, openIndex } from './file/open.ts';
export {
  openNewest,
  previousIndexFile,
  readIndexFile,
  rollBackIndexFile,
  writeIndexFile,
} from './file/store.ts';
export { type Gap, type GapKind, GapLog, gapFileOf, gapKinds } from './gaps/log.ts';
export { MeilisearchConfigurationError, readMeilisearch } from './meilisearch/configuration.ts';
export type { MeilisearchSettings, MeilisearchState } from './meilisearch/engine.ts';
export type { IndexSource } from './publish/build.ts';
export { type Changes, LiveIndex } from './publish/live.ts';
export type { PageSource, PassageSource } from './publish/sources.ts';
export type { Query } from './query/model.ts';
export { indexFileOf } from './service/places.ts';
export { type SearchService, startSearch } from './service/service.ts';
export { SearchUnavailable } from './service/waiting.ts';
export type { Answer, EngineName, Facets, Hit, Mark, SearchOptions } from './types.ts';

/** How many hits one answer may have: as many as the re-ranker looks at. */
export const maxHits = 100;

/**
 * Builds the index of an agency's pages. With `audience: 'public'` nothing of staff pages is in it: such an index may be sent to
 * anybody.
 */
export function buildIndex(
  content: Content,
  dictionary: Dictionary,
  { audience = 'staff' }: { readonly audience?: Audience } = {},
): SearchIndex {
  return buildIndexFrom(contentSource(content), dictionary, { audience });
}

/** Builds an index of any pages; the common synonyms are added. */
export function buildIndexFrom(
  source: IndexSource,
  dictionary: Dictionary,
  { audience = 'staff' }: { readonly audience?: Audience } = {},
): SearchIndex {
  const synonyms = [...source.synonyms, ...commonSynonyms];
  const data = buildColumns({ pages: source.pages, synonyms }, dictionary, audience);
  return SearchIndex.of(data, { analysis: analysisVersion, audience }, dictionary);
}
