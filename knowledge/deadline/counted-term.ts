import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../content.ts';
import { formatFullDate, formatTime } from '../dates.ts';
import type { Agency } from '../schema/agency.ts';
import type { Term } from '../schema/term.ts';
import type { Moment } from './moment.ts';

/** One step of the explanation, a full sentence in Russian. */
export interface ExplanationStep {
  readonly text: string;
  /** The clause it rests on. */
  readonly clause?: string;
}

/** A term that was counted. */
export interface CountedTerm {
  /** The last moment, in the agency's time zone. Of a whole day: its 23:59. */
  readonly due: Temporal.ZonedDateTime;
  /** `day`: until the end of that day; `minute`: until that very time. */
  readonly precision: 'day' | 'minute';
  /** «пятница, 27 ноября 2026 года», with the time where it matters. */
  readonly dueText: string;
  readonly steps: readonly ExplanationStep[];
}

/** What counting needs to know besides the term. */
export interface CountingContext {
  readonly agency: Agency;
  readonly calendar: WorkingCalendar;
  /** Backwards: the term ends the given time before the moment, as a notice before a visit does (PV-2). */
  readonly backwards: boolean;
}

/** Counts a term of one kind. */
export type Counter<Kind> = (term: Kind, from: Moment, context: CountingContext) => CountedTerm;

/** The kinds of terms by the field that names their unit of time. */
export type TermIn<Field extends string> = Extract<Term, Readonly<Record<Field, number | string>>>;

/** A term that ends with a whole day. */
export function endsWithDay(
  date: Temporal.PlainDate,
  timeZone: string,
  steps: readonly ExplanationStep[],
): CountedTerm {
  const due = date.toZonedDateTime({ timeZone, plainTime: '23:59' });
  return { due, precision: 'day', dueText: formatFullDate(date), steps };
}

/** A term that ends at a time of day. */
export function endsAt(due: Temporal.ZonedDateTime, steps: readonly ExplanationStep[]): CountedTerm {
  return { due, precision: 'minute', dueText: formatMoment(due), steps };
}

/** «пятница, 20 ноября 2026 года, 17:00». */
export function formatMoment(at: Temporal.ZonedDateTime): string {
  return `${formatFullDate(at.toPlainDate())}, ${formatTime(at)}`;
}
