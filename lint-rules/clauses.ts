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
  // The profile names the clause among the rules of a call.
  'acting-for-caller': [],
};

/** What a duty asks for, in words, and the requirements it gathers (`requirements.md` of the project). */
export interface Demand {
  readonly words: string;
  readonly requirements: readonly string[];
}

/** The duties in words, as the page of a rule shows them. */
export const demands: Readonly<Record<LanguageDuty, Demand>> = {
  clarity: { words: 'писать доступно и понятно', requirements: ['WR-1'] },
  courtesy: { words: 'быть вежливыми и писать без ошибок', requirements: ['LN-1'] },
  vocabulary: {
    words: 'обходиться без архаизмов, жаргона, разговорных слов и тавтологии',
    requirements: ['LN-2'],
  },
  brevity: { words: 'писать короткими предложениями', requirements: ['LN-3'] },
  terms: { words: 'объяснять термины и сокращения', requirements: ['LN-4'] },
  facts: { words: 'отвечать фактами, без отписок', requirements: ['LN-5', 'LN-6', 'LN-9'] },
  neutrality: { words: 'сохранять нейтральный тон', requirements: ['LN-2', 'LN-7'] },
  activeVoice: { words: 'говорить, кто что делает', requirements: ['LN-10'] },
  cliches: { words: 'не злоупотреблять клише', requirements: ['LN-11'] },
  refusalGrounds: {
    words: 'объяснять отказ так, чтобы не нужно было открывать закон',
    requirements: ['WR-10'],
  },
};

/** What a rule rests on: a demand, and the clause of the agency's own order when it makes the demand. */
export interface Basis extends Demand {
  readonly duty: LanguageDuty;
  readonly clause?: string;
}

/** Everything a rule rests on, the closest first, by what the order says of language. */
export function basisOf(
  rule: RuleId,
  language: Readonly<Partial<Record<LanguageDuty, string | undefined>>>,
): Basis[] {
  return dutiesOf[rule].map((duty) => {
    const clause = language[duty];
    return { duty, ...demands[duty], ...(clause === undefined ? {} : { clause }) };
  });
}

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
