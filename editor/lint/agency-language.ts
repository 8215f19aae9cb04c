import { clausesFrom, type LinterOptions } from '@ponyatno/lint-rules';
import type { Vocabulary } from '#knowledge';

/** What the agency tells the linter: glossary, official names, required parts, clauses. */
export type AgencyLanguage = Required<Pick<LinterOptions, 'glossary' | 'names' | 'letters' | 'clauses'>>;

/** What the content says of the agency's language; without a profile only the glossary speaks. */
export function agencyLanguage({ agency, glossary, units }: Vocabulary): AgencyLanguage {
  const acting = agency?.calls?.actForCaller.clause;
  return {
    glossary,
    // Official names stay as they are.
    names: [...Object.values(agency?.name ?? {}), ...units.map(({ name }) => name)],
    letters: agency?.letters ?? {},
    clauses: {
      ...clausesFrom(agency?.language ?? {}),
      ...(acting === undefined ? {} : { 'acting-for-caller': acting }),
    },
  };
}
