import { overlap } from '../finding.ts';
import type { Span } from '../types.ts';

/** A finding with its ready replacements, best first. */
export interface Replaceable extends Span {
  readonly rule: string;
  readonly actual: string;
  readonly expected: readonly string[];
}

/** A ready replacement that is about to be put into a text, or has been. */
export interface Edit extends Span {
  /** The rule that asks for it. */
  readonly rule: string;
  readonly actual: string;
  readonly replacement: string;
}

/**
 * The best replacement of every finding that has one, the longest first; where two overlap, the longer stays. Advice has
 * no replacement, so it is never applied.
 */
export function editsOf(messages: readonly Replaceable[]): Edit[] {
  const wanted = messages.flatMap(({ rule, start, end, actual, expected: [replacement] }) =>
    replacement === undefined || replacement === actual ? [] : [{ rule, start, end, actual, replacement }],
  );
  const kept: Edit[] = [];
  for (const edit of wanted.toSorted(
    (one, two) => two.end - two.start - (one.end - one.start) || one.start - two.start,
  ))
    if (!kept.some((other) => overlap(other, edit))) kept.push(edit);
  return kept;
}

/** Puts edits that do not overlap into a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, two) => two.start - one.start)
    .reduce(
      (current, { start, end, replacement }) => current.slice(0, start) + replacement + current.slice(end),
      text,
    );
}
