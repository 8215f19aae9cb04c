import type { AgencyLanguage } from './agency-language.ts';
import type { LintedLetter } from './lint-letter.ts';
import type { PartState } from './part-states.ts';

/** Where the browser gets the data of the language from its own server. */
export interface LanguageAddresses {
  readonly dictionary: string;
  /** The weights that tell cases apart by their context. */
  readonly tagger: string;
  /** The program and the words of the spelling dictionary. */
  readonly spelling: { readonly wasm: string; readonly aff: string; readonly dic: string };
}

/** What `/api/language` says of the agency. */
export interface Language extends AgencyLanguage, LanguageAddresses {}

/** The blocks of a letter as the worker is asked about them. */
export interface LetterTexts {
  readonly texts: readonly string[];
  /** The same with `((name))` in place of variables without a value. */
  readonly named: readonly string[];
}

/** To the worker. */
export type LintRequest =
  | { readonly kind: 'start'; readonly letter: string }
  | ({ readonly kind: 'lint' } & LetterTexts);

/** From the worker. */
export type LintReply =
  /** `checksParts`: whether it looks for the parts a letter must have. */
  | { readonly kind: 'ready'; readonly checksParts: boolean }
  /** The spelling dictionary has come too: what was linted before is to be linted again. */
  | { readonly kind: 'spells' }
  | { readonly kind: 'linted'; readonly letter: LintedLetter; readonly parts: readonly PartState[] }
  | { readonly kind: 'failed'; readonly reason: string };
