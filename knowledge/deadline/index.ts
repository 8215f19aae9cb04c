import { Temporal } from 'temporal-polyfill';
import { CalendarError, preliminaryYears } from '../calendar.ts';
import type { WorkingCalendar } from '../content.ts';
import { formatFullDate } from '../dates.ts';
import { termInWords } from '../profile.ts';
import type { Agency, Term, TermName } from '../schema/agency.ts';
import {
  type CountedTerm,
  type CountingContext,
  type ExplanationStep,
  formatMoment,
} from './counted-term.ts';
import { countCalendarDays, countWorkingDays } from './days.ts';
import { DeadlineError } from './error.ts';
import { countHours } from './hours.ts';
import { type Moment, parseMoment } from './moment.ts';
import { termWords } from './terms.ts';
import { countWorkingHours } from './working-hours.ts';

/** A term set by law beside the agency's own. */
export interface StatutoryDeadline {
  readonly act: string;
  /** What the law asks to do by then. */
  readonly title: string;
  readonly clause: string;
  readonly inWords: string;
  /** Undefined when it runs into a year without a calendar; then `unknown` says so. */
  readonly counted: CountedTerm | undefined;
  readonly unknown: string | undefined;
}

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
  const start = from.hasTime ? formatMoment(from.at) : formatFullDate(from.at.toPlainDate());
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
      {
        text: `${words.from}: ${start} (UTC${from.at.offset.replace(/:00$/, '').replace(/^([+-])0/, '$1')}).`,
      },
      ...own.steps,
      ...preliminary(calendar, from.at, own.due),
      ...statutory.map(comparison),
      ...(statutory.length > 0 ? [{ text: verdict(winner.setBy) }] : []),
    ],
  };
}

function momentOf(receivedAt: string | Temporal.ZonedDateTime, timeZone: string): Moment {
  if (typeof receivedAt === 'string') return parseMoment(receivedAt, timeZone);
  return { at: receivedAt.withTimeZone(timeZone), hasTime: true };
}

/** Counts any term from a moment. */
function count(term: Term, from: Moment, context: CountingContext): CountedTerm {
  if ('workingDays' in term) return countWorkingDays(term, from, context);
  if ('calendarDays' in term) return countCalendarDays(term, from, context);
  if ('workingHours' in term) return countWorkingHours(term, from, context);
  return countHours(term, from, context);
}

function countStatutory(
  { act, title, term }: Agency['statutory'][number],
  from: Moment,
  context: CountingContext,
  ownYear: number,
): StatutoryDeadline {
  const law = { act, title, clause: term.clause, inWords: termInWords(term) };
  try {
    return { ...law, counted: count(term, from, context), unknown: undefined };
  } catch (error) {
    // A date in a later year than the agency's own cannot be the earlier one, so it need not be known.
    if (error instanceof CalendarError && error.year > ownYear)
      return { ...law, counted: undefined, unknown: error.message };
    throw error;
  }
}

function earliest(own: CountedTerm & { clause: string }, statutory: readonly StatutoryDeadline[]) {
  let winner = { ...own, setBy: 'agency' as 'agency' | 'law' };
  for (const { counted, clause } of statutory) {
    if (!counted || Temporal.ZonedDateTime.compare(counted.due, winner.due) >= 0) continue;
    winner = { ...counted, clause, setBy: 'law' };
  }
  return winner;
}

function preliminary(
  calendar: WorkingCalendar,
  start: Temporal.ZonedDateTime,
  due: Temporal.ZonedDateTime,
): ExplanationStep[] {
  const [first, last] = [start.toPlainDate(), due.toPlainDate()].sort(Temporal.PlainDate.compare);
  return first && last
    ? preliminaryYears(calendar, first, last).map((year) => ({
        text: `Календарь на ${year} год предварительный: постановления о переносе выходных нет. Проверьте дату, когда оно выйдет.`,
      }))
    : [];
}

function comparison({ title, act, inWords, counted, unknown }: StatutoryDeadline): ExplanationStep {
  return counted
    ? { text: `По закону: ${inWords} — ${counted.dueText}. ${title}.`, clause: act }
    : { text: `По закону: ${inWords}. Дату не назвать. ${unknown ?? ''}`, clause: act };
}

function verdict(setBy: 'agency' | 'law'): string {
  return setBy === 'law'
    ? 'Срок закона наступает раньше, поэтому действует он.'
    : 'Срок ведомства наступает не\u00a0позже срока закона, поэтому действует он.';
}
