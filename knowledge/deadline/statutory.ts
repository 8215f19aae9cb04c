import { Temporal } from 'temporal-polyfill';
import { CalendarError } from '../calendar.ts';
import type { WorkingCalendar } from '../content.ts';
import { termInWords } from '../profile.ts';
import type { Agency } from '../schema/agency.ts';
import type { LetterKind } from '../schema/letters.ts';
import { beginning, count, momentOf, preliminary } from './count.ts';
import type { CountedTerm, CountingContext, ExplanationStep } from './counted-term.ts';
import { DeadlineError } from './error.ts';
import type { Moment } from './moment.ts';

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

/** The date by which the law wants a letter sent. */
export interface LetterDeadline {
  /** The act and its clause. */
  readonly act: string;
  /** «7 календарных дней». */
  readonly inWords: string;
  readonly due: Temporal.ZonedDateTime;
  readonly precision: CountedTerm['precision'];
  readonly steps: readonly ExplanationStep[];
}

/**
 * Counts the term that the law sets for a kind of letter, the earliest of several; undefined when the profile names none.
 * Throws a `DeadlineError` or a `CalendarError` when the date cannot be told: nothing is guessed.
 */
export function statutoryDeadline(
  letter: LetterKind,
  receivedAt: string | Temporal.ZonedDateTime,
  agency: Agency,
  calendar: WorkingCalendar,
): LetterDeadline | undefined {
  const laws = agency.statutory.filter(({ letters }) => letters.includes(letter));
  if (laws.length === 0) return undefined;
  const from = momentOf(receivedAt, agency.timeZone);
  const context: CountingContext = { agency, calendar, backwards: false };
  const all = laws.map((law) => countStatutory(law, from, context, from.at.year));
  const [first] = all
    .flatMap((law) => (law.counted ? { ...law, counted: law.counted } : []))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.counted.due, b.counted.due));
  if (!first) throw new DeadlineError(all[0]?.unknown ?? '');
  const { act, inWords, title, counted } = first;
  return {
    act,
    inWords,
    due: counted.due,
    precision: counted.precision,
    steps: [
      beginning('Поступило', from),
      { text: `По\u00a0закону: ${title}.`, clause: act },
      ...counted.steps,
      ...preliminary(calendar, from.at, counted.due),
      ...all.filter((law) => law.act !== act).map(comparison),
    ],
  };
}

/** Counts one term of the law from the moment of receipt. */
export function countStatutory(
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

/** What an explanation says of a term of the law. */
export function comparison({ title, act, inWords, counted, unknown }: StatutoryDeadline): ExplanationStep {
  return counted
    ? { text: `По закону: ${inWords} — ${counted.dueText}. ${title}.`, clause: act }
    : { text: `По закону: ${inWords}. Дату не назвать. ${unknown ?? ''}`, clause: act };
}
