import type { Query } from '../query/model.ts';
import { type Candidates, findCandidates, type PageFilter } from './candidates.ts';
import type { Segment } from './segment.ts';

/**
 * The candidates that another engine found, scored by our own postings: so every engine's candidates are ordered, and pages
 * counted by facet, in the same way. Records the index does not have are passed over: that engine may be a publication behind.
 *
 * @param records ids of records (`recordId`), in any order
 */
export function givenCandidates(
  segment: Segment,
  query: Query,
  records: Iterable<string>,
  allowed: PageFilter,
): Candidates {
  const scored = findCandidates(segment, query, allowed, 0);
  const pages = new Set<number>();
  for (const id of records) {
    const page = segment.pageNumber(pageOfRecord(id));
    if (page !== -1 && (scored.covered[page] ?? 0) > 0 && (allowed === undefined || allowed(page)))
      pages.add(page);
  }
  return { ...scored, best: [...pages] };
}

/** The id of a record in other engines: the page's id and the number of the record on the page. */
export function recordId(page: string, number: number): string {
  return `${page}_${number}`;
}

/** The page that a record belongs to. */
export function pageOfRecord(id: string): string {
  return id.slice(0, id.lastIndexOf('_'));
}
