import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { pleonasm as phrases } from '../../phrases/pleonasm.ts';
import { defineRule } from '../../rule.ts';

/** Words that repeat what the next word says (LN-2). */
export const checkPleonasm = checkPhrases('pleonasm', phrases, () => 'лишнее слово');

/** Pleonasms as a retext plugin. */
export const pleonasm = defineRule('pleonasm', checkPleonasm);
