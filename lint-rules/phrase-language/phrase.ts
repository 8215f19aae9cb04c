import type { Severity } from '../types.ts';
import type { Fix } from './fix.ts';

/**
 * How often a phrase may stand.
 *
 * - `no`: it is reported always;
 * - `moderate`: a hint, until a paragraph or the text has too many of them;
 * - `allowed`: an order allows it by name and forbids only too much of it (LN-11): silent until then;
 * - `legal`: a term of legal acts: silent in them, reported elsewhere.
 */
export type Moderation = 'no' | 'moderate' | 'allowed' | 'legal';

/** One row of the tables in `phrases/`. */
export interface Phrase {
  /** In the language of `pattern.ts`. */
  readonly pattern: string;
  /** Patterns around the same words that make them good Russian: «по крайней мере» for `мера`. */
  readonly except?: readonly string[];
  /** A sentence that has it. */
  readonly example: string;
  /** More sentences that have it. */
  readonly also?: readonly string[];
  /** Sentences that look like it and are fine. */
  readonly fine?: readonly string[];
  /** What to write instead, as the reader of the message sees it after «Лучше:». */
  readonly plain: string;
  /** Ways to replace it at once, best first. Without them only the advice is given. */
  readonly fix?: readonly Fix[];
  readonly moderation: Moderation;
  readonly severity: Severity;
}
