import type { RuleId } from './types.ts';

/**
 * Findings of one layer compete for a span, findings of different layers stand beside each other: wording, nouns
 * of action, chains, clauses, the sentence as a whole, the letter as a whole.
 */
export type Layer =
  | 'wording'
  | 'passive'
  | 'noun'
  | 'chain'
  | 'clause'
  | 'sentence'
  | 'term'
  | 'letter'
  | 'spelling';

const layers: Record<RuleId, Layer> = {
  officialese: 'wording',
  'light-verb': 'wording',
  'brush-off': 'wording',
  archaism: 'wording',
  colloquialism: 'wording',
  jargon: 'wording',
  'hostile-tone': 'wording',
  'acting-for-caller': 'wording',
  pleonasm: 'wording',
  intensifier: 'wording',
  'cliche-density': 'wording',
  repetition: 'wording',
  passive: 'passive',
  nominalization: 'noun',
  'genitive-chain': 'chain',
  'participial-clause': 'clause',
  'sentence-length': 'sentence',
  'bare-citation': 'letter',
  'unexplained-abbreviation': 'term',
  'unexplained-term': 'term',
  'missing-part': 'letter',
  spelling: 'spelling',
};

/** The layer of a rule. */
export function layerOf(rule: RuleId): Layer {
  return layers[rule];
}
