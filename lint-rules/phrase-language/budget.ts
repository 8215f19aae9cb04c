import type { Severity } from '../types.ts';
import type { Moderation } from './phrase.ts';

/** How many phrases of a kind a text may have before each further one counts in full. */
export interface Budget {
  readonly perParagraph: number;
  readonly perThousandWords: number;
  /** A short text may have so many, whatever its length. */
  readonly least: number;
}

/** Budgets of the two moderations that have one (LN-11: not a ban but a measure). */
export type Budgets = Readonly<Record<'moderate' | 'allowed', Budget>>;

/** The budgets, unless an agency sets its own. */
export const budgets: Budgets = Object.freeze({
  moderate: { perParagraph: 2, perThousandWords: 12, least: 4 },
  allowed: { perParagraph: 2, perThousandWords: 8, least: 3 },
});

/** How many phrases a text of so many words may have. */
export function limitOf({ perThousandWords, least }: Budget, wordCount: number): number {
  return Math.max(least, Math.floor((perThousandWords * wordCount) / 1000));
}

/** Counts the phrases of one text, in the order in which they stand. */
export class Meter {
  readonly #counts = new Map<string, number>();
  readonly #wordCount: number;
  readonly #budgets: Budgets;

  constructor(wordCount: number, given: Budgets = budgets) {
    this.#wordCount = wordCount;
    this.#budgets = given;
  }

  /** Counts one more phrase; true when it is past the budget. */
  spend(kind: 'moderate' | 'allowed', paragraph: number): boolean {
    const budget = this.#budgets[kind];
    const inParagraph = this.#count(`${kind} ${paragraph}`);
    const inText = this.#count(kind);
    return inParagraph > budget.perParagraph || inText > limitOf(budget, this.#wordCount);
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}

/** How loud a phrase is; undefined for one that is fine so far. */
export function severityOf(
  phrase: { readonly moderation: Moderation; readonly severity: Severity },
  pastBudget: boolean,
): Severity | undefined {
  if (phrase.moderation === 'moderate') return pastBudget ? phrase.severity : 'hint';
  if (phrase.moderation === 'allowed') return pastBudget ? phrase.severity : undefined;
  return phrase.severity;
}
