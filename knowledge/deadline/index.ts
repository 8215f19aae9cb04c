import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../content.ts';
import { termInWords } from '../profile.ts';
import type { Agency } from '../schema/agency.ts';
import type { TermName } from '../schema/term.ts';
import { beginning, count, momentOf, preliminary } from './count.ts';
import type { CountedTerm, CountingContext, ExplanationStep } from './counted-term.ts';
import { DeadlineError } from './error.ts';
import { comparison, countStatutory, type StatutoryDeadline } from './statutory.ts';
import { termWords } from './terms.ts';

/** The deadline of one term: the date that counts, where it comes from, and how it was found. */
export interface Deadline {
  readonly term: TermName;
  readonly title: string;
  /** «5 рабочих дней». */
  readonly inWords: string;
  /** The clause of the date that counts. */
  readonly clause: string;
  /** The earlier of the agency's own date and the dates set by law (KB-9). Of a whole day: its 23:59. */
  readonly due: Temporal.ZonedDateTime;
  readonly precision: CountedTerm['precision'];
  readonly dueText: string;
  /** Whose date counts. */
  readonly setBy: 'agency' | 'law';
  readonly own: CountedTerm & { readonly clause: string };
  readonly statutory: readonly StatutoryDeadline[];
  /** The way to the date, step by step, in full sentences. */
  readonly steps: readonly ExplanationStep[];
}

/**
 * Counts a term of the profile from the moment of receipt (of a visit: back from it). Throws a `DeadlineError` when the profile
 * leaves the term out or the time is missing, and a `CalendarError` for a year without a calendar: nothing is guessed.
 */
export function deadline(
  name: TermName,
  receivedAt: string | Temporal.ZonedDateTime,
  agency: Agency,
  calendar: WorkingCalendar,
): Deadline {
  const term = agency.terms[name];
  if (!term)
    throw new DeadlineError(
      `Срок «${name}» в профиле выключен: в agency.yml его нет. Добавьте его в terms вместе с пунктом.`,
    );
  const words = termWords[name];
  const from = momentOf(receivedAt, agency.timeZone);
  if (!from.hasTime && ('hours' in term || 'workingHours' in term))
    throw new DeadlineError('Этот срок считают в часах. Укажите и время, например 2026-11-20T17:00.');
  const context: CountingContext = { agency, calendar, backwards: words.backwards };
  const own = { ...count(term, from, context), clause: term.clause };
  const statutory = agency.statutory
    .filter(({ besides }) => besides.includes(name))
    .map((law) => countStatutory(law, from, context, own.due.year));
  const winner = earliest(own, statutory);
  return {
    term: name,
    title: words.title,
    inWords: termInWords(term),
    clause: winner.clause,
    due: winner.due,
    precision: winner.precision,
    dueText: winner.dueText,
    setBy: winner.setBy,
    own,
    statutory,
    steps: [
      beginning(words.from, from),
      ...own.steps,
      ...preliminary(calendar, from.at, own.due),
      ...statutory.map(comparison),
      ...(statutory.length > 0 ? [{ text: verdict(winner.setBy) }] : []),
    ],
  };
}

function earliest(own: CountedTerm & { clause: string }, statutory: readonly StatutoryDeadline[]) {
  let winner = { ...own, setBy: 'agency' as 'agency' | 'law' };
  for (const { counted, clause } of statutory) {
    if (!counted || Temporal.ZonedDateTime.compare(counted.due, winner.due) >= 0) continue;
    winner = { ...counted, clause, setBy: 'law' };
  }
  return winner;
}

function verdict(setBy: 'agency' | 'law'): string {
  return setBy === 'law'
    ? 'Срок закона наступает раньше, поэтому действует он.'
    : 'Срок ведомства наступает не\u00a0позже срока закона, поэтому действует он.';
}
