import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { buildIndexFrom, encodeIndex, openIndex, search } from '#search';
import type { Engine } from '../engine.ts';

/** Ours: the embedded engine as the server's worker opens it. */
export const ponyatno: Engine = {
  facets: true,
  build(pages, folder) {
    writeFileSync(
      join(folder, 'staff.index'),
      encodeIndex(buildIndexFrom({ pages, synonyms: [] }, openDictionary())),
    );
  },
  open(folder) {
    const index = openIndex(readFileSync(join(folder, 'staff.index')), openDictionary());
    return (query, facets) => search(index, query, { audience: 'staff', facets }).hits.length;
  },
};
