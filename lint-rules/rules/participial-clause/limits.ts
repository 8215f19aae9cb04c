import type { Profile } from '../../types.ts';

/** From how many words on a clause is a hint and a warning; no warning where there is no number. */
export interface Limits {
  /** A participle with its words after the noun. */
  readonly after: Limit;
  /** Words between a participle and its noun. */
  readonly before: Limit;
  /** A gerund with its words. */
  readonly gerund: Limit;
  /** Clauses of participles in one sentence. */
  readonly stack: Limit;
}

interface Limit {
  readonly hint: number;
  readonly warning?: number;
}

/**
 * The limits by what the text is (LN-3), measured on the orders against news and encyclopedia: what is heard must be
 * shorter, an act is what it is.
 */
export const limits: Readonly<Record<Profile, Limits>> = Object.freeze({
  letter: {
    after: { hint: 8, warning: 12 },
    before: { hint: 3, warning: 4 },
    gerund: { hint: 8, warning: 12 },
    stack: { hint: 2, warning: 3 },
  },
  page: {
    after: { hint: 8, warning: 12 },
    before: { hint: 3, warning: 4 },
    gerund: { hint: 8, warning: 12 },
    stack: { hint: 2, warning: 3 },
  },
  speech: {
    after: { hint: 5, warning: 8 },
    before: { hint: 2, warning: 3 },
    gerund: { hint: 5, warning: 8 },
    stack: { hint: 2, warning: 2 },
  },
  legal: { after: { hint: 15 }, before: { hint: 6 }, gerund: { hint: 15 }, stack: { hint: 3 } },
});
