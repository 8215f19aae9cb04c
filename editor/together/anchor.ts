/**
 * The place of a thread in the letter, as positions of Yjs (JSON), which move along with everybody's edits. `start` is the
 * position behind the first character and `end` the one behind the last: what is typed at the edges stays outside.
 */
export interface Anchor {
  readonly start: unknown;
  readonly end: unknown;
  /** The range begins with a node that is no text: `start` is the position before it. */
  readonly before: boolean;
}

/** Reads an anchor that came from another browser. */
export function readAnchor(value: unknown): Anchor | undefined {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value))
    return undefined;
  return { start: value.start, end: value.end, before: 'before' in value && value.before === true };
}
