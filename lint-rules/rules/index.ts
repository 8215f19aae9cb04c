import type { Examples } from '../examples.ts';
import type { Rule } from '../rule.ts';
import type { RuleId } from '../types.ts';
import { examples as actingForCallerExamples } from './acting-for-caller/examples.ts';
import { actingForCaller } from './acting-for-caller/rule.ts';
import { examples as archaismExamples } from './archaism/examples.ts';
import { archaism } from './archaism/rule.ts';
import { examples as bareCitationExamples } from './bare-citation/examples.ts';
import { bareCitation } from './bare-citation/rule.ts';
import { examples as brushOffExamples } from './brush-off/examples.ts';
import { brushOff } from './brush-off/rule.ts';
import { examples as clicheDensityExamples } from './cliche-density/examples.ts';
import { clicheDensity } from './cliche-density/rule.ts';
import { examples as colloquialismExamples } from './colloquialism/examples.ts';
import { colloquialism } from './colloquialism/rule.ts';
import { examples as genitiveChainExamples } from './genitive-chain/examples.ts';
import { genitiveChain } from './genitive-chain/rule.ts';
import { examples as hostileToneExamples } from './hostile-tone/examples.ts';
import { hostileTone } from './hostile-tone/rule.ts';
import { examples as intensifierExamples } from './intensifier/examples.ts';
import { intensifier } from './intensifier/rule.ts';
import { examples as jargonExamples } from './jargon/examples.ts';
import { jargon } from './jargon/rule.ts';
import { examples as lightVerbExamples } from './light-verb/examples.ts';
import { lightVerb } from './light-verb/rule.ts';
import { examples as missingPartExamples } from './missing-part/examples.ts';
import { missingPart } from './missing-part/rule.ts';
import { examples as nominalizationExamples } from './nominalization/examples.ts';
import { nominalization } from './nominalization/rule.ts';
import { examples as officialeseExamples } from './officialese/examples.ts';
import { officialese } from './officialese/rule.ts';
import { examples as participialClauseExamples } from './participial-clause/examples.ts';
import { participialClause } from './participial-clause/rule.ts';
import { examples as passiveExamples } from './passive/examples.ts';
import { passive } from './passive/rule.ts';
import { examples as pleonasmExamples } from './pleonasm/examples.ts';
import { pleonasm } from './pleonasm/rule.ts';
import { examples as repetitionExamples } from './repetition/examples.ts';
import { repetition } from './repetition/rule.ts';
import { examples as sentenceLengthExamples } from './sentence-length/examples.ts';
import { sentenceLength } from './sentence-length/rule.ts';
import { examples as spellingExamples } from './spelling/examples.ts';
import { spelling } from './spelling/rule.ts';
import { examples as unexplainedAbbreviationExamples } from './unexplained-abbreviation/examples.ts';
import { unexplainedAbbreviation } from './unexplained-abbreviation/rule.ts';
import { examples as unexplainedTermExamples } from './unexplained-term/examples.ts';
import { unexplainedTerm } from './unexplained-term/rule.ts';

/** A rule with its name and its examples. */
export interface RuleEntry {
  readonly id: RuleId;
  readonly rule: Rule;
  readonly examples: Examples;
}

/** Every rule. */
export const rules: readonly RuleEntry[] = [
  { id: 'acting-for-caller', rule: actingForCaller, examples: actingForCallerExamples },
  { id: 'archaism', rule: archaism, examples: archaismExamples },
  { id: 'bare-citation', rule: bareCitation, examples: bareCitationExamples },
  { id: 'brush-off', rule: brushOff, examples: brushOffExamples },
  { id: 'cliche-density', rule: clicheDensity, examples: clicheDensityExamples },
  { id: 'colloquialism', rule: colloquialism, examples: colloquialismExamples },
  { id: 'genitive-chain', rule: genitiveChain, examples: genitiveChainExamples },
  { id: 'hostile-tone', rule: hostileTone, examples: hostileToneExamples },
  { id: 'intensifier', rule: intensifier, examples: intensifierExamples },
  { id: 'jargon', rule: jargon, examples: jargonExamples },
  { id: 'light-verb', rule: lightVerb, examples: lightVerbExamples },
  { id: 'missing-part', rule: missingPart, examples: missingPartExamples },
  { id: 'nominalization', rule: nominalization, examples: nominalizationExamples },
  { id: 'officialese', rule: officialese, examples: officialeseExamples },
  { id: 'participial-clause', rule: participialClause, examples: participialClauseExamples },
  { id: 'passive', rule: passive, examples: passiveExamples },
  { id: 'pleonasm', rule: pleonasm, examples: pleonasmExamples },
  { id: 'repetition', rule: repetition, examples: repetitionExamples },
  { id: 'sentence-length', rule: sentenceLength, examples: sentenceLengthExamples },
  { id: 'spelling', rule: spelling, examples: spellingExamples },
  {
    id: 'unexplained-abbreviation',
    rule: unexplainedAbbreviation,
    examples: unexplainedAbbreviationExamples,
  },
  { id: 'unexplained-term', rule: unexplainedTerm, examples: unexplainedTermExamples },
];
