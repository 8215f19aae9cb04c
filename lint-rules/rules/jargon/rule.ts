import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { jargon as phrases } from '../../phrases/jargon.ts';
import { defineRule } from '../../rule.ts';

/** Terms and jargon of the office and of fashion (LN-2, LN-4). */
export const checkJargon = checkPhrases('jargon', phrases, () => 'профессиональный жаргон');

/** Jargon as a retext plugin. */
export const jargon = defineRule('jargon', checkJargon);
