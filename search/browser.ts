/** The door of `search/` for browsers: opens an index that was built elsewhere and answers from it. No files, no building. */
export { search } from './engine/search.ts';
export type { SearchIndex } from './engine/search-index.ts';
export { IndexFileError } from './file/index-file.ts';
export { openIndex } from './file/open.ts';
export type { Answer, Facets, Hit, Mark, SearchOptions } from './types.ts';
