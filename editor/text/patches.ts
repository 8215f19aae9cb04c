import { diffChars } from 'diff';

/** A change of a text: `[start, end)` becomes `insert`. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/**
 * The smallest changes that make `after` out of `before`, last first, so that they can be applied one after another.
 * What stays is not touched: bold words, links and other people's carets in it survive.
 */
export function patches(before: string, after: string): Patch[] {
  const found: Patch[] = [];
  let at = 0;
  let open: { start: number; end: number; insert: string } | undefined;
  for (const change of diffChars(before, after)) {
    if (!change.added && !change.removed) {
      if (open !== undefined) found.push(open);
      open = undefined;
      at += change.value.length;
      continue;
    }
    open ??= { start: at, end: at, insert: '' };
    if (change.added) open.insert += change.value;
    else {
      at += change.value.length;
      open.end = at;
    }
  }
  if (open !== undefined) found.push(open);
  return found.reverse();
}
