import type { Audience, PageKind } from '#knowledge';

/** A passage of a page: what stands under one heading. */
export interface PassageSource {
  readonly heading: string;
  /** The anchor of the heading; empty before the first heading. */
  readonly anchor: string;
  /** Plain text, one line a block. */
  readonly text: string;
}

/** A page as search sees it, whatever it was made of. */
export interface PageSource {
  readonly id: string;
  readonly url: string;
  readonly kind: PageKind;
  readonly function: string;
  readonly audience: Audience;
  readonly title: string;
  /** The answer to read aloud; empty when the page has none. */
  readonly spoken: string;
  /** Questions that the page must answer first. */
  readonly queries: readonly string[];
  /** Other words to find the page by. */
  readonly keywords: readonly string[];
  /** Where the page belongs: the name of its function, what its kind is called. */
  readonly context: readonly string[];
  /** The month it was last checked in, `yyyy-mm`; empty when never. */
  readonly checked: string;
  readonly passages: readonly PassageSource[];
}
