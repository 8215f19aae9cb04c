import type { Content } from '#knowledge';
import type { TrainingRecord } from './schema.ts';

/** What a person of the line reads and rehearses for a function (OT-5). */
export interface ReadingList {
  readonly function: string;
  readonly title: string;
  readonly pages: readonly { readonly title: string; readonly url: string }[];
  /** Who has passed, and on which day. */
  readonly passed: readonly { readonly person: string; readonly day: string }[];
}

/**
 * The reading list of every function: its page, its questions, its scripts. A new function has nobody who has passed, so
 * it stands open for everybody on the line.
 */
export function readingLists(content: Content, records: readonly TrainingRecord[]): ReadingList[] {
  return content.pagesOf('function').map((page) => ({
    function: page.id,
    title: page.title,
    pages: [
      page,
      ...content.pagesOf('faq').filter(({ function: owner }) => owner === page.id),
      ...content.pagesOf('script').filter(({ function: owner }) => owner === page.id),
    ].map(({ title, url }) => ({ title, url })),
    passed: records
      .filter(({ function: owner }) => owner === page.id)
      .map(({ person, day }) => ({ person, day })),
  }));
}
