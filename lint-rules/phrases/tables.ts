import type { Phrase } from '../phrase-language/phrase.ts';
import { archaism } from './archaism.ts';
import { colloquialism } from './colloquialism.ts';
import { copula } from './copula.ts';
import { evasion } from './evasion.ts';
import { formula } from './formula.ts';
import { government } from './government.ts';
import { intensifier } from './intensifier.ts';
import { jargon } from './jargon.ts';
import { nominalChain } from './nominal-chain.ts';
import { obligation } from './obligation.ts';
import { pleonasm } from './pleonasm.ts';
import { pointer } from './pointer.ts';
import { preposition } from './preposition.ts';
import { splitPredicate } from './split-predicate.ts';
import { timeManner } from './time-manner.ts';
import { tone } from './tone.ts';

/** Every table of phrases, by what its phrases have in common. */
export const tables: Readonly<Record<string, readonly Phrase[]>> = {
  archaism,
  colloquialism,
  copula,
  evasion,
  formula,
  government,
  intensifier,
  jargon,
  'nominal-chain': nominalChain,
  obligation,
  pleonasm,
  pointer,
  preposition,
  'split-predicate': splitPredicate,
  'time-manner': timeManner,
  tone,
};
