import type { PageRating, UnitStatus } from '#refresh';

/** The rated pages of a unit. */
export interface RatedUnit {
  readonly unit: string;
  readonly pages: readonly {
    readonly title: string;
    readonly url: string;
    readonly helped: number;
    readonly notHelped: number;
  }[];
}

/** Ratings by the unit that answers for the page, in the order in which they come; of pages that are gone there is no more to say. */
export function ratedPages(
  units: readonly Pick<UnitStatus, 'unit' | 'pages'>[],
  ratings: readonly PageRating[],
): RatedUnit[] {
  return units.flatMap(({ unit, pages }) => {
    const own = new Map(pages.map((page) => [page.id, page]));
    const rated = ratings.flatMap(({ page: id, helped, notHelped }) => {
      const page = own.get(id);
      return page === undefined ? [] : [{ title: page.title, url: page.url, helped, notHelped }];
    });
    return rated.length === 0 ? [] : [{ unit: unit.name, pages: rated }];
  });
}
