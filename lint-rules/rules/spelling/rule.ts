import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { type Check, defineRule } from '../../rule.ts';
import { foreignLetters, numberEndings } from './letters.ts';
import { confused } from './phrases/confused.ts';
import { reflexiveEndings } from './reflexive-endings.ts';
import { unknownWords } from './unknown-words.ts';

const checkConfused = checkPhrases('spelling', confused, () => 'так не пишут');

/**
 * Spelling (LN-1): words that are in no dictionary, letters of another alphabet, words confused with each other.
 * Without a `speller` only the last two: OpenCorpora alone does not know all good words.
 */
export const checkSpelling: Check = function* (document, settings) {
  yield* foreignLetters(document);
  yield* numberEndings(document);
  yield* reflexiveEndings(document, settings.dictionary);
  yield* checkConfused(document, settings);
  if (settings.speller) yield* unknownWords(document, settings, settings.speller);
};

/** Spelling as a retext plugin. */
export const spelling = defineRule('spelling', checkSpelling);
