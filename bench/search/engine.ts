import type { PageSource } from '#search';

/** Asks an opened engine and gives back how many it found. With facets, hits are counted by kind and function too. */
export type Ask = (query: string, facets: boolean) => number | Promise<number>;

/** A search engine as the bench sees it: builds files in a folder, then answers from them in another process. */
export interface Engine {
  /** Whether it counts hits by a property itself. */
  readonly facets: boolean;
  build(pages: readonly PageSource[], folder: string): void | Promise<void>;
  open(folder: string): Ask | Promise<Ask>;
}

/** A record of a page for engines that know no pages. */
export interface Document {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly kind: string;
  readonly function: string;
}

/** The records of the pages. */
export function documentsOf(pages: readonly PageSource[]): Document[] {
  return pages.flatMap((page) =>
    page.passages.map((passage, part) => ({
      id: `${page.id}#${part}`,
      url: `${page.url}#${part}`,
      title: page.title,
      heading: passage.heading,
      text: part === 0 ? `${page.spoken} ${passage.text}` : passage.text,
      kind: page.kind,
      function: page.function,
    })),
  );
}
