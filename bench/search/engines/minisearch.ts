import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { documentsOf, type Engine } from '../engine.ts';

const options: Options = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'kind', 'function'],
  searchOptions: { boost: { title: 3, heading: 2 }, prefix: true, fuzzy: 0.2 },
};

/** MiniSearch with the prefixes and slips its guide shows. It counts nothing by property. */
export const minisearch: Engine = {
  facets: false,
  build(pages, folder) {
    const index = new MiniSearch(options);
    index.addAll(documentsOf(pages));
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  },
  open(folder) {
    const index = MiniSearch.loadJSON(readFileSync(join(folder, 'index.json'), 'utf8'), options);
    return (query) => index.search(query).length;
  },
};
