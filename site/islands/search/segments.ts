import type { Mark } from '#search';

/** A piece of a text: found, or what stands between. */
export interface Segment {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts a text at the found words, so that nothing of the server's has to be put into the page as HTML. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const pieces: Segment[] = [];
  let from = 0;
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    // Marks that overlap or lie outside the text are not shown rather than shown wrongly.
    if (start < from || end > text.length || end <= start) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), found: false });
    pieces.push({ text: text.slice(start, end), found: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}
