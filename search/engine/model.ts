import type { Audience, PageKind } from '#knowledge';
import type { Numbers } from '../file/columns.ts';

/**
 * The index as columns. A *page* is what a hit names; a *record* is a passage of a page under one heading; a *text* is
 * anything with words (a title, a question, a heading, a passage), kept as its characters and as its tokens. A *form* is a
 * word as it was written, a *term* is what a form is found by: its lemmas, the parts of a number.
 *
 * `…Start` columns have one number more than there are rows: row `n` is `[start[n], start[n + 1])` of the next column.
 */
export interface IndexData {
  /** Forms, sorted by code units; form 0 is the empty word that fills long gaps between tokens. */
  readonly forms: readonly string[];
  readonly formTermStart: Numbers;
  readonly formTerms: Numbers;
  /** On how many records the form stands. */
  readonly formRecords: Numbers;
  /** How telling the form is, 0…255; 0 for stop words. */
  readonly formWeight: Uint8Array;
  /** Terms, sorted by code units. */
  readonly terms: readonly string[];
  /** On how many pages the term stands. */
  readonly termPages: Numbers;
  readonly postingStart: Numbers;
  readonly postingRecord: Numbers;
  /** How much the record is about the term, 0…255. */
  readonly postingImpact: Uint8Array;
  readonly recordPage: Numbers;
  /** Text of the heading, or of nothing. */
  readonly recordHeading: Numbers;
  /** Text of the passage. */
  readonly recordText: Numbers;
  readonly recordAnchor: readonly string[];
  readonly pageId: readonly string[];
  readonly pageUrl: readonly string[];
  readonly pageKind: readonly PageKind[];
  readonly pageFunction: readonly string[];
  readonly pageAudience: readonly Audience[];
  /** The month the page was last checked in, `yyyy-mm`; empty when never. */
  readonly pageChecked: readonly string[];
  /** What the page is made of, as a digest: whether it has changed since. */
  readonly pageDigest: readonly string[];
  /** The first record of each page. */
  readonly pageRecordStart: Numbers;
  readonly pageTitle: Numbers;
  /** Text of the answer to read aloud, or of nothing. */
  readonly pageSpoken: Numbers;
  /** Text of the other words to find the page by. */
  readonly pageKeywords: Numbers;
  /** Text of where the page belongs: its function, its kind. */
  readonly pageContext: Numbers;
  readonly pageQueryStart: Numbers;
  /** Texts of the questions that the page answers. */
  readonly pageQueries: Numbers;
  /** Text 0 is nothing. */
  readonly textStart: Numbers;
  readonly textBytes: Uint8Array;
  readonly tokenStart: Numbers;
  readonly tokenForm: Numbers;
  /** UTF-16 units between the end of the token before and this one. */
  readonly tokenGap: Uint8Array;
  /** UTF-16 units of the token as written. */
  readonly tokenLength: Uint8Array;
  /** Keys of families of words of one root, sorted, and the terms in each. */
  readonly familyKeys: readonly string[];
  readonly familyStart: Numbers;
  readonly familyTerms: Numbers;
  /** Titles and pinned questions by their words (`phraseKey`), sorted, and the page of each. */
  readonly betKeys: readonly string[];
  readonly betPages: Numbers;
  /** Groups of phrases that mean the same; phrases in a group are separated by U+001F. */
  readonly synonyms: readonly string[];
}

/** What the file says about itself. */
export interface IndexHeader {
  /** The version of the analysis: a query must be analysed as the pages were. */
  readonly analysis: number;
  /** Whose pages are in it. `public`: nothing in the file is for staff only. */
  readonly audience: Audience;
}
