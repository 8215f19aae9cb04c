import { type Dictionary, russianToNlcst } from '@ponyatno/russian';
import { documentOf } from '../document.ts';
import type { RuleId, Severity } from '../types.ts';
import { swap } from './fix.ts';
import type { Moderation, Phrase } from './phrase.ts';
import { PhraseIndex } from './phrase-index.ts';

/** A phrase that an agency adds to the tables, as data: what stands in a configuration. */
export interface OwnPhrase {
  /** In the language of `pattern.ts`. */
  readonly pattern: string;
  /** A sentence that has it. */
  readonly example: string;
  /** What to write instead, as the reader of the message sees it after «Лучше:». */
  readonly plain: string;
  /** Words with the same government, ready to be put in its place. */
  readonly replace?: readonly string[] | undefined;
  readonly moderation: Moderation;
  readonly severity: Severity;
  /** The rule that reports it. */
  readonly rule: RuleId;
}

/** The phrase as a row of a table. */
export function rowOf({ replace = [], rule: _, ...phrase }: OwnPhrase): Phrase {
  return { ...phrase, ...(replace.length === 0 ? {} : { fix: [swap(...replace)] }) };
}

/** What is wrong with a phrase: its pattern cannot be read, or it is not found in its own example. */
export type OwnPhraseFault = 'pattern' | 'example';

/** Tries a phrase on its example. */
export function ownPhraseFault(phrase: OwnPhrase, dictionary: Dictionary): OwnPhraseFault | undefined {
  let index: PhraseIndex<Phrase>;
  try {
    index = new PhraseIndex([rowOf(phrase)]);
  } catch {
    return 'pattern';
  }
  const document = documentOf(russianToNlcst(phrase.example), phrase.example, dictionary);
  const found = document.sentences.some(({ words }) => index.find(words).length > 0);
  return found ? undefined : 'example';
}
