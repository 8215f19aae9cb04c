import type { Phrase } from '../../phrase-language/phrase.ts';
import { copula } from '../../phrases/copula.ts';
import { formula } from '../../phrases/formula.ts';
import { government } from '../../phrases/government.ts';
import { obligation } from '../../phrases/obligation.ts';
import { pointer } from '../../phrases/pointer.ts';
import { preposition } from '../../phrases/preposition.ts';
import { timeManner } from '../../phrases/time-manner.ts';

/** The tables that the rule reads. */
export const officialesePhrases: readonly Phrase[] = [
  // What an order allows by name has a rule of its own, `cliche-density`.
  ...preposition.filter(({ moderation }) => moderation !== 'allowed'),
  ...pointer,
  ...copula,
  ...timeManner,
  ...obligation,
  ...formula,
  ...government,
];

const wrongCase: ReadonlySet<Phrase> = new Set(government);

/** What is wrong with a phrase, in a word or two. */
export function faultOf(phrase: Phrase): string {
  return wrongCase.has(phrase) ? 'неверный падеж или предлог' : 'канцелярит';
}
