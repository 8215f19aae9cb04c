import type { Dictionary } from '@ponyatno/russian';
import { Analyser } from '../analysis/analyser.ts';
import type { IndexData, IndexHeader } from './model.ts';
import { Segment } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * An index ready for queries: one vocabulary over one or two segments, the pages of the last publication and those that changed
 * since. Queries run one at a time.
 */
export class SearchIndex {
  readonly header: IndexHeader;
  readonly vocabulary: Vocabulary;
  readonly segments: readonly Segment[];

  constructor(header: IndexHeader, vocabulary: Vocabulary, segments: readonly Segment[]) {
    this.header = header;
    this.vocabulary = vocabulary;
    this.segments = segments;
  }

  /** The index of one publication. */
  static of(data: IndexData, header: IndexHeader, dictionary: Dictionary): SearchIndex {
    const vocabulary = new Vocabulary(data, data.pageId.length, new Analyser(dictionary));
    return new SearchIndex(header, vocabulary, [new Segment(data)]);
  }

  get pages(): number {
    return this.vocabulary.pages;
  }

  get records(): number {
    let records = 0;
    for (const segment of this.segments)
      for (const page of segment.data.recordPage) if (segment.alive(page)) records++;
    return records;
  }

  /** Where the page with this id stands. */
  find(id: string): { readonly segment: Segment; readonly page: number } | undefined {
    for (const segment of this.segments) {
      const page = segment.pageNumber(id);
      if (page !== -1) return { segment, page };
    }
    return undefined;
  }
}
