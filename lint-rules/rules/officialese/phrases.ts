import type { Phrase } from '../../phrase-language/phrase.ts';
import { archaism } from '../../phrases/archaism.ts';
import { copula } from '../../phrases/copula.ts';
import { formula } from '../../phrases/formula.ts';
import { government } from '../../phrases/government.ts';
import { intensifier } from '../../phrases/intensifier.ts';
import { jargon } from '../../phrases/jargon.ts';
import { nominalChain } from '../../phrases/nominal-chain.ts';
import { obligation } from '../../phrases/obligation.ts';
import { pleonasm } from '../../phrases/pleonasm.ts';
import { pointer } from '../../phrases/pointer.ts';
import { preposition } from '../../phrases/preposition.ts';
import { timeManner } from '../../phrases/time-manner.ts';
import { tone } from '../../phrases/tone.ts';

/** The tables that the rule reads. */
export const officialesePhrases: readonly Phrase[] = [
  ...preposition,
  ...pointer,
  ...copula,
  ...timeManner,
  ...obligation,
  ...formula,
  ...government,
  ...nominalChain,
  ...archaism,
  ...jargon,
  ...intensifier,
  ...pleonasm,
  ...tone,
];

const wrongCase: ReadonlySet<Phrase> = new Set(government);

/** What is wrong with a phrase, in a word or two. */
export function faultOf(phrase: Phrase): string {
  return wrongCase.has(phrase) ? 'неверный падеж или предлог' : 'канцелярит';
}
