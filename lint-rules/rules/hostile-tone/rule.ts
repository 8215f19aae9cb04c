import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { tone as phrases } from '../../phrases/tone.ts';
import { defineRule } from '../../rule.ts';

/** Blame, sarcasm, familiarity, hidden displeasure (LN-2, LN-7). */
export const checkHostileTone = checkPhrases('hostile-tone', phrases, () => 'обидный или недружелюбный тон');

/** Hostile tone as a retext plugin. */
export const hostileTone = defineRule('hostile-tone', checkHostileTone);
