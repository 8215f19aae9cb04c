import type { Examples } from '../examples.ts';
import type { Rule } from '../rule.ts';
import type { RuleId } from '../types.ts';
import { examples as brushOffExamples } from './brush-off/examples.ts';
import { brushOff } from './brush-off/rule.ts';
import { examples as lightVerbExamples } from './light-verb/examples.ts';
import { lightVerb } from './light-verb/rule.ts';
import { examples as officialeseExamples } from './officialese/examples.ts';
import { officialese } from './officialese/rule.ts';
import { examples as passiveExamples } from './passive/examples.ts';
import { passive } from './passive/rule.ts';
import { examples as sentenceLengthExamples } from './sentence-length/examples.ts';
import { sentenceLength } from './sentence-length/rule.ts';
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
  { id: 'brush-off', rule: brushOff, examples: brushOffExamples },
  { id: 'light-verb', rule: lightVerb, examples: lightVerbExamples },
  { id: 'officialese', rule: officialese, examples: officialeseExamples },
  { id: 'passive', rule: passive, examples: passiveExamples },
  { id: 'sentence-length', rule: sentenceLength, examples: sentenceLengthExamples },
  {
    id: 'unexplained-abbreviation',
    rule: unexplainedAbbreviation,
    examples: unexplainedAbbreviationExamples,
  },
  { id: 'unexplained-term', rule: unexplainedTerm, examples: unexplainedTermExamples },
];
