/** How much a word counts by where it stands. */
export const fieldWeights = {
  title: 6,
  queries: 4,
  keywords: 3,
  heading: 3,
  spoken: 2,
  context: 0.8,
  body: 1,
} as const;
export type Field = keyof typeof fieldWeights;

/** BM25: how soon repetition stops to count, and how much a long field is held against it. */
const saturation = 1.8;
export const lengthPenalty: Readonly<Record<Field, number>> = {
  title: 0.3,
  queries: 0,
  keywords: 0,
  heading: 0.2,
  spoken: 0.3,
  context: 0,
  body: 0.5,
};

/** How many words a field usually has. Constants, not averages of the pages at hand: an impact must not change with other pages. */
export const usualLength: Readonly<Record<Field, number>> = {
  title: 6,
  queries: 4,
  keywords: 10,
  heading: 3,
  spoken: 22,
  context: 3,
  body: 45,
};

/** The impact of a term on a record, 0…255, from its frequency in each field over the length of the field. */
export function impactOf(weighted: number): number {
  return Math.max(1, Math.min(255, Math.round((255 * weighted) / (weighted + saturation))));
}
