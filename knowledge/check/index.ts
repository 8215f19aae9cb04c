import { Temporal } from 'temporal-polyfill';
import { type Problem, sortProblems } from '../problem.ts';
import { calendars } from './calendars.ts';
import type { Check, CheckedReading } from './check.ts';
import { components } from './components.ts';
import { coverage } from './coverage.ts';
import { duplicates } from './duplicates.ts';
import { cancelAnswer, letterDuties } from './duties.ts';
import { averageTerms, lineTopics } from './line.ts';
import { links } from './links.ts';
import { missing } from './missing.ts';
import { phones } from './phones.ts';
import { publicPages } from './public.ts';
import { questions } from './questions.ts';
import { references } from './references.ts';
import { regulations } from './regulations.ts';
import { variables } from './variables.ts';

const checks: readonly Check[] = [
  duplicates,
  references,
  components,
  variables,
  coverage,
  regulations,
  phones,
  lineTopics,
  letterDuties,
  cancelAnswer,
  questions,
  links,
  missing,
  publicPages,
];

/**
 * Everything that is wrong with the content: what reading found, what points at nothing, what is missing. Call scripts
 * are proven by `#calls`; the command `ponyatno check` puts both together.
 */
export function checkContent(
  reading: CheckedReading,
  now: Temporal.Instant = Temporal.Now.instant(),
): Problem[] {
  return sortProblems([
    ...reading.problems,
    ...checks.flatMap((check) => check(reading)),
    ...calendars(reading, now),
    ...averageTerms(reading, dayOf(reading, now)),
  ]);
}

/** Today by the clock of the agency. */
function dayOf({ content }: CheckedReading, now: Temporal.Instant): string {
  return now
    .toZonedDateTimeISO(content.agency?.timeZone ?? 'Europe/Moscow')
    .toPlainDate()
    .toString();
}
