import type { Page } from '../content.ts';

/** Fills in the unit of a page from its function, where the page names none itself. */
export function withUnits(pages: readonly Page[]): Page[] {
  const units = new Map(
    pages.filter((page) => page.kind === 'function').map((page) => [page.id, page.data.unit]),
  );
  return pages.map((page) => {
    const unit = page.data.unit ?? units.get(page.function) ?? '';
    if (page.unit === unit) return page;
    // Not by spreading: a page may still have its body to parse, by what it inherits.
    return Object.assign(Object.create(Object.getPrototypeOf(page)) as Page, page, { unit });
  });
}
