import type { Engine } from '../engine.ts';
import { fts5, fts5Trigram } from './fts5.ts';
import { minisearch } from './minisearch.ts';
import { pagefind } from './pagefind.ts';
import { ponyatno } from './ponyatno.ts';

/** By the name the bench prints; ours first. */
export const engines: Readonly<Record<string, Engine>> = {
  ponyatno,
  minisearch,
  pagefind,
  fts5,
  'fts5 trigram': fts5Trigram,
};
