import type { Content, Page } from '#knowledge';

/**
 * Questions for the home page: those that people ask in the most words of their own, function after function, so that
 * one function with many questions does not fill the list.
 */
export function frequentQuestions(content: Content, limit: number): readonly Page<'faq'>[] {
  const groups = [...Map.groupBy(content.pagesOf('faq'), (page) => page.function).values()]
    .map((pages) => pages.toSorted((a, b) => b.data.queries.length - a.data.queries.length))
    .sort((a, b) => b.length - a.length);
  const chosen: Page<'faq'>[] = [];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  for (let rank = 0; rank < longest && chosen.length < limit; rank++)
    for (const group of groups) {
      const page = group[rank];
      if (page && chosen.length < limit) chosen.push(page);
    }
  return chosen;
}
