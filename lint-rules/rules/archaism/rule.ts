import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { archaism as phrases } from '../../phrases/archaism.ts';
import { defineRule } from '../../rule.ts';

/** Words of old acts (LN-2). */
export const checkArchaism = checkPhrases('archaism', phrases, () => 'устаревшее слово');

/** Archaisms as a retext plugin. */
export const archaism = defineRule('archaism', checkArchaism);
