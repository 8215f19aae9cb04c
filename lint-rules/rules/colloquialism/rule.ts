import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { colloquialism as phrases } from '../../phrases/colloquialism.ts';
import { defineRule } from '../../rule.ts';

/** Colloquial words, diminutives and interjections (LN-2). */
export const checkColloquialism = checkPhrases('colloquialism', phrases, () => 'разговорное слово');

/** Colloquialisms as a retext plugin. */
export const colloquialism = defineRule('colloquialism', checkColloquialism);
