import { type RuleId, ruleIds } from './types.ts';

/** What an agency's order can demand of its language; the agency's profile names the clause of each. */
export type LanguageDuty =
  | 'clarity'
  | 'courtesy'
  | 'vocabulary'
  | 'brevity'
  | 'terms'
  | 'facts'
  | 'neutrality'
  | 'activeVoice'
  | 'cliches'
  | 'refusalGrounds';

/** The duties a rule serves, the closest first: of these the first that the order names is cited. */
export const dutiesOf: Readonly<Record<RuleId, readonly LanguageDuty[]>> = {
  officialese: ['clarity'],
  'light-verb': ['clarity'],
  passive: ['activeVoice', 'clarity'],
  nominalization: ['clarity'],
  'genitive-chain': ['clarity', 'brevity'],
  'participial-clause': ['clarity', 'brevity'],
  'sentence-length': ['brevity', 'clarity'],
  'unexplained-abbreviation': ['terms', 'clarity'],
  'unexplained-term': ['terms', 'clarity'],
  'brush-off': ['facts', 'clarity'],
  archaism: ['vocabulary', 'clarity'],
  colloquialism: ['vocabulary'],
  jargon: ['vocabulary', 'terms', 'clarity'],
  'hostile-tone': ['neutrality', 'vocabulary'],
  pleonasm: ['vocabulary', 'clarity'],
  repetition: ['vocabulary', 'clarity'],
  intensifier: ['neutrality', 'facts', 'clarity'],
  'cliche-density': ['cliches', 'clarity'],
  'bare-citation': ['refusalGrounds', 'clarity'],
  // Each part brings the clause that demands it.
  'missing-part': [],
  spelling: ['courtesy', 'vocabulary'],
};

/** The clause to cite for each rule, by what the order says of language. */
export function clausesFrom(
  language: Readonly<Partial<Record<LanguageDuty, string | undefined>>>,
): Partial<Record<RuleId, string>> {
  const clauses: Partial<Record<RuleId, string>> = {};
  for (const rule of ruleIds) {
    const clause = dutiesOf[rule].map((duty) => language[duty]).find((one) => one !== undefined);
    if (clause !== undefined) clauses[rule] = clause;
  }
  return clauses;
}
