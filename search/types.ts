import type { Audience, PageKind } from '#knowledge';

/** A matching word: UTF-16 offsets into the text it belongs to, end exclusive. */
export type Mark = readonly [start: number, end: number];

/** A page that answers the query. */
export interface Hit {
  /** The page's `id`. */
  readonly page: string;
  readonly title: string;
  readonly url: string;
  readonly kind: PageKind;
  readonly function: string;
  /** The matching passage as plain text: at most 240 characters, cut between words. */
  readonly excerpt: string;
  /** 0…1, and above 1 for a question that the page is pinned to. */
  readonly score: number;
  /** The answer to read aloud. */
  readonly spoken?: string;
  /** The heading the passage stands under, and its anchor on the page. */
  readonly heading?: string;
  readonly anchor?: string;
  /** The words of the query in any form. */
  readonly marks: {
    readonly title: readonly Mark[];
    readonly excerpt: readonly Mark[];
    readonly spoken: readonly Mark[];
  };
}

/** How many pages answer, by a property of theirs. */
export interface Facets {
  readonly kind: Readonly<Record<string, number>>;
  readonly function: Readonly<Record<string, number>>;
  readonly audience: Readonly<Record<string, number>>;
}

/** Who finds the candidates. */
export type EngineName = 'embedded' | 'meilisearch';

/** What was found. */
export interface Answer {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** «Показаны результаты для …»: the query in the other layout, or with its slips put right. */
  readonly shownFor?: string;
  /** Only when asked for. */
  readonly facets?: Facets;
  readonly engine: EngineName;
  /** Whether a better engine should have answered and did not. */
  readonly degraded: boolean;
}

export interface SearchOptions {
  /** Who asks. `public` never sees a page for staff. */
  readonly audience: Audience;
  /** At most so many hits; 10 unless told. */
  readonly limit?: number;
  /** Only pages of this kind or function. */
  readonly kind?: PageKind;
  readonly function?: string;
  /** Count pages by kind, function and audience. */
  readonly facets?: boolean;
}
