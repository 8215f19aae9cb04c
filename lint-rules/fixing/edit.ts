import { clusters, overlap } from '../finding.ts';
import type { Change, Span } from '../types.ts';

/** A finding with its ready replacements, best first. */
export interface Replaceable extends Span {
  readonly rule: string;
  readonly actual: string;
  readonly expected: readonly string[];
  /** What each of them changes. */
  readonly changes: readonly Change[];
}

/** A ready replacement that is about to be put into a text, or has been. */
export interface Edit extends Span {
  /** The rule that asks for it. */
  readonly rule: string;
  readonly actual: string;
  readonly replacement: string;
  readonly change: Change;
}

/** Every class of change there is. */
export const everyChange: readonly Change[] = ['swap', 'rewrite'];

/**
 * The best replacement of every finding that has one of the wanted classes, the longest first; where two overlap, the
 * longer stays. Advice has no replacement, so it is never applied.
 */
export function editsOf(
  messages: readonly Replaceable[],
  wantedChanges: readonly Change[] = everyChange,
): Edit[] {
  const wanted = messages.flatMap(({ rule, start, end, actual, expected, changes }): Edit[] => {
    const index = changes.findIndex((one) => wantedChanges.includes(one));
    const [replacement, change] = [expected[index], changes[index]];
    if (replacement === undefined || change === undefined || replacement === actual) return [];
    return [{ rule, start, end, actual, replacement, change }];
  });
  return clusters(wanted).flatMap(longestOf);
}

function longestOf(cluster: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of cluster.toSorted(
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
