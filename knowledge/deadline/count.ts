import { Temporal } from 'temporal-polyfill';
import { preliminaryYears } from '../calendar.ts';
import type { WorkingCalendar } from '../content.ts';
import { formatFullDate } from '../dates.ts';
import type { Term } from '../schema/term.ts';
import { countToClosing } from './closing.ts';
import {
  type CountedTerm,
  type CountingContext,
  type ExplanationStep,
  formatMoment,
} from './counted-term.ts';
import { countCalendarDays, countWorkingDays } from './days.ts';
import { countHours } from './hours.ts';
import { type Moment, parseMoment } from './moment.ts';
import { countWorkingHours } from './working-hours.ts';

/** The moment a term is counted from, by the clock of the agency. */
export function momentOf(receivedAt: string | Temporal.ZonedDateTime, timeZone: string): Moment {
  if (typeof receivedAt === 'string') return parseMoment(receivedAt, timeZone);
  return { at: receivedAt.withTimeZone(timeZone), hasTime: true };
}

/** Counts any term from a moment. */
export function count(term: Term, from: Moment, context: CountingContext): CountedTerm {
  if ('workingDays' in term) return countWorkingDays(term, from, context);
  if ('calendarDays' in term) return countCalendarDays(term, from, context);
  if ('endOf' in term) return countToClosing(term, from, context);
  if ('workingHours' in term) return countWorkingHours(term, from, context);
  return countHours(term, from, context);
}

/** The first step of an explanation: «Поступило: пятница, 20 ноября 2026 года, 17:00 (UTC+7).» */
export function beginning(name: string, from: Moment): ExplanationStep {
  const start = from.hasTime ? formatMoment(from.at) : formatFullDate(from.at.toPlainDate());
  const offset = from.at.offset.replace(/:00$/, '').replace(/^([+-])0/, '$1');
  return { text: `${name}: ${start} (UTC${offset}).` };
}

/** Says of which years on the way the calendar may still change. */
export function preliminary(
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
