import { readFileSync } from 'node:fs';
import type { Audience } from '#knowledge';
import { search } from '../engine/search.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { Answer } from '../types.ts';

/** The kinds of queries that are measured apart. */
export const queryKinds = [
  'inflected',
  'question',
  'typo',
  'layout',
  'synonym',
  'abbreviation',
  'number',
  'prefix',
] as const;
export type QueryKind = (typeof queryKinds)[number];

/** A query and the pages that answer it: any of them will do. */
export interface JudgedQuery {
  readonly kind: QueryKind;
  readonly query: string;
  readonly pages: readonly string[];
}

/** How well a set of queries is answered. */
export interface Quality {
  readonly queries: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  /** Mean reciprocal rank over the first ten. */
  readonly mrr: number;
}

/** A query with the place of the first page that answers it; 0 when it is not among the first ten. */
export interface Judgement extends JudgedQuery {
  readonly place: number;
  /** What was found instead. */
  readonly first: string | undefined;
}

/** Reads judged queries: kind, query and pages, separated by tabs; lines with # are remarks. */
export function readQueries(file: string | URL): JudgedQuery[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, number) => {
      const [kind = '', query = '', pages = ''] = line.split('\t');
      const known = queryKinds.find((name) => name === kind);
      if (known === undefined || query === '' || pages === '') {
        throw new Error(`The judged query ${number + 1} is not «kind, query, pages»: ${line}`);
      }
      return { kind: known, query, pages: pages.split(',') };
    });
}

/** Asks every query and looks where the first right page stands. */
export function judge(
  index: SearchIndex,
  queries: readonly JudgedQuery[],
  audience: Audience = 'staff',
): Judgement[] {
  return queries.map((judged) => judgement(judged, search(index, judged.query, { audience, limit: 10 })));
}

/** Says where the first right page stands in an answer. */
export function judgement(judged: JudgedQuery, { hits }: Answer): Judgement {
  return {
    ...judged,
    place: hits.findIndex(({ page }) => judged.pages.includes(page)) + 1,
    first: hits[0]?.page,
  };
}

/** The share of the first ten pages of one answer that another has among its first ten: 1 when both are empty. */
export function overlapAt10(one: Answer, other: Answer): number {
  const [first, second] = [one, other].map(({ hits }) => new Set(hits.slice(0, 10).map(({ page }) => page)));
  const most = Math.max(first?.size ?? 0, second?.size ?? 0);
  return most === 0 ? 1 : [...(first ?? [])].filter((page) => second?.has(page)).length / most;
}

/** Sums judgements up as shares of the queries. */
export function qualityOf(judgements: readonly Judgement[]): Quality {
  const share = (counts: (judgement: Judgement) => number) =>
    judgements.reduce((sum, judgement) => sum + counts(judgement), 0) / Math.max(1, judgements.length);
  return {
    queries: judgements.length,
    recallAt1: share(({ place }) => (place === 1 ? 1 : 0)),
    recallAt5: share(({ place }) => (place >= 1 && place <= 5 ? 1 : 0)),
    mrr: share(({ place }) => (place === 0 ? 0 : 1 / place)),
  };
}
