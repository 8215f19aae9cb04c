/** How telling a term is, from the number of pages it stands on; next to nothing for one that stands on every page. */
export function rarity(pagesWithTerm: number, pages: number): number {
  return Math.log(1 + (pages - pagesWithTerm + 0.5) / (pagesWithTerm + 0.5));
}
