import type { Content, Page, PageKind } from '#knowledge';
import { anchorOf } from '../content/materials.ts';
import { kindNames } from '../content/names.ts';

/** One list of a function's pages on the public site. */
export interface PublicList {
  readonly anchor: string;
  readonly title: string;
  readonly pages: readonly Page[];
}

/** How a list of pages is called where citizens read it. */
export function titleOf(kind: PageKind): string {
  return kindNames[kind].many;
}

/** The pages of a function that citizens may read; a list without pages is left out, since nothing is owed to them here. */
export function listsOf(content: Content, owner: Page<'function'>): PublicList[] {
  return (['faq', 'regulation', 'contact', 'note'] as const)
    .map((kind): PublicList => {
      const pages: readonly Page[] = content.pagesOf(kind);
      return {
        anchor: anchorOf(kind),
        title: titleOf(kind),
        pages: pages.filter((page) => page.function === owner.id),
      };
    })
    .filter(({ pages }) => pages.length > 0);
}
