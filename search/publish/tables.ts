import { type Numbers, narrow } from '../file/columns.ts';

/** The order of `<`: the same in Node, in a browser, and in binary search. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where each string of one list stands in another that holds the same strings. */
export function numbering(from: readonly string[], to: readonly string[]): Uint32Array {
  const places = new Map(to.map((text, place) => [text, place]));
  return Uint32Array.from(from, (text) => places.get(text) ?? 0);
}

/** Rows of numbers as two columns. */
export function flat(rows: readonly (readonly number[])[]): { start: Numbers; values: Numbers } {
  const start = [0];
  for (const row of rows) start.push((start.at(-1) ?? 0) + row.length);
  return { start: narrow(start), values: narrow(rows.flat()) };
}

/** Numbers by their key, keys sorted; keys with fewer numbers than `fewest` are left out. */
export function grouped(
  pairs: Iterable<readonly [key: string, value: number]>,
  fewest: number,
): { keys: string[]; start: Numbers; values: Numbers } {
  const rows = new Map<string, number[]>();
  for (const [key, value] of pairs) {
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [value]);
    else row.push(value);
  }
  const kept = [...rows].filter(([, row]) => row.length >= fewest).sort(([a], [b]) => compareCodeUnits(a, b));
  const { start, values } = flat(kept.map(([, row]) => row));
  return { keys: kept.map(([key]) => key), start, values };
}
