import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { defineRule } from '../../rule.ts';
import { faultOf, officialesePhrases } from './phrases.ts';

/** Officialese: phrases that have a plain word (WR-1, LN-2, LN-3, LN-11). */
export const checkOfficialese = checkPhrases('officialese', officialesePhrases, (phrase, pastBudget) =>
  pastBudget ? 'таких оборотов здесь слишком много' : faultOf(phrase),
);

/** Officialese as a retext plugin. */
export const officialese = defineRule('officialese', checkOfficialese);
