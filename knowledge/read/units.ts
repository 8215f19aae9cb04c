import type { Page } from '../content.ts';

/** Fills in the unit of a page from its function, where the page names none itself. */
export function withUnits(pages: readonly Page[]): Page[] {
  const units = new Map(
    pages.filter((page) => page.kind === 'function').map((page) => [page.id, page.data.unit]),
  );
  return pages.map((page) => {
    const unit = page.data.unit ?? units.get(page.function) ?? '';
    return page.unit === unit ? page : { ...page, unit };
  });
}
