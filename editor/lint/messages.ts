import type { AgencyLanguage } from './agency-language.ts';
import type { LintedLetter } from './lint-letter.ts';

/** What `/api/language` says of the agency. */
export interface Language extends AgencyLanguage {
  /** Address of the dictionary. */
  readonly dictionary: string;
  /** Address of the weights that tell cases apart by their context. */
  readonly tagger: string;
}

/** To the worker. */
export type LintRequest =
  | { readonly kind: 'start'; readonly letter: string }
  | { readonly kind: 'lint'; readonly texts: readonly string[] };

/** From the worker. */
export type LintReply =
  /** `checksParts`: whether it looks for the parts a letter must have. */
  | { readonly kind: 'ready'; readonly checksParts: boolean }
  | { readonly kind: 'linted'; readonly letter: LintedLetter }
  | { readonly kind: 'failed'; readonly reason: string };
