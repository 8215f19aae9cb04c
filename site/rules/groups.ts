import { type RuleId, rules } from '@ponyatno/lint-rules';

/** Rules that mend one kind of trouble, as the list shows them. */
export interface RuleGroup {
  readonly title: string;
  readonly ids: readonly RuleId[];
}

const all: readonly RuleGroup[] = [
  { title: 'Ответ по существу', ids: ['brush-off', 'bare-citation', 'missing-part'] },
  { title: 'Кто что делает', ids: ['passive', 'light-verb', 'nominalization'] },
  { title: 'Строй фразы', ids: ['sentence-length', 'genitive-chain', 'participial-clause'] },
  {
    title: 'Лишнее и казённое',
    ids: ['officialese', 'cliche-density', 'pleonasm', 'repetition', 'intensifier'],
  },
  { title: 'Понятные слова', ids: ['unexplained-abbreviation', 'unexplained-term', 'jargon', 'archaism'] },
  { title: 'Тон', ids: ['hostile-tone', 'colloquialism', 'acting-for-caller'] },
  { title: 'Правописание', ids: ['spelling'] },
];

const working: ReadonlySet<RuleId> = new Set(rules.map(({ id }) => id));

/** The groups with the rules that there are. */
export const ruleGroups: readonly RuleGroup[] = all
  .map(({ title, ids }) => ({ title, ids: ids.filter((id) => working.has(id)) }))
  .filter(({ ids }) => ids.length > 0);
