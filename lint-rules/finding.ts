import type { Change, RuleId, Severity, Span } from './types.ts';

/** Text to be put in place of a range. */
export interface Replacement extends Span {
  readonly text: string;
  /** Whoever does not say that it is a mere swap has it read before it is applied: `rewrite`. */
  readonly change?: Change;
}

/** What a rule has found, before the pipeline. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** In Russian. */
  readonly message: string;
  /**
   * Ready replacements, best first. They may reach beyond the finding, when a word after it has to be re-inflected;
   * the pipeline widens the finding then, unless another finding stands there.
   */
  readonly replacements: readonly Replacement[];
  readonly part?: string;
  /** The clause that asks for just this, instead of the rule's. */
  readonly clause?: string;
}

/** Whether two ranges have a code unit in common. */
export function overlap(one: Span, two: Span): boolean {
  return one.start < two.end && two.start < one.end;
}

/** Whether the first range lies within the second. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
