import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './content.ts';
import type { CalendarYear } from './schema/vocabulary.ts';

/** A day that the calendar knows nothing about: terms that touch it cannot be counted, and are not guessed. */
export class CalendarError extends Error {
  override name = 'CalendarError';
  readonly year: number;

  constructor(year: number) {
    super(
      `Нет рабочего календаря на ${year} год, поэтому срок, который на него заходит, посчитать нельзя. Внесите выходные из постановления Правительства в calendar/${year}.yml.`,
    );
    this.year = year;
  }
}

/** What a day is to the working calendar. */
export type DayKind = 'working' | 'short' | 'weekend' | 'holiday';

const saturday = 6;

/** What kind of day a date is; throws a `CalendarError` for a year without a file. */
export function dayKind(calendar: WorkingCalendar, date: Temporal.PlainDate): DayKind {
  const year = yearOf(calendar, date.year);
  const text = date.toString();
  if (year.daysOff.includes(text)) return 'holiday';
  if (date.dayOfWeek >= saturday && !year.workingWeekends.includes(text)) return 'weekend';
  return year.shortDays.includes(text) ? 'short' : 'working';
}

/** The years of a span, both ends included, whose decree is not known yet: dates counted through them may still move. */
export function preliminaryYears(
  calendar: WorkingCalendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): number[] {
  return [...calendar.years.values()]
    .filter(({ year, decree }) => typeof decree !== 'string' && year >= first.year && year <= last.year)
    .map(({ year }) => year);
}

/** Whether the office works on a date. */
export function isWorkingDay(calendar: WorkingCalendar, date: Temporal.PlainDate): boolean {
  const kind = dayKind(calendar, date);
  return kind === 'working' || kind === 'short';
}

/** The date itself when it is a working day, else the next one. */
export function workingDayFrom(calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** The date itself when it is a working day, else the one before. */
export function workingDayUpTo(calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}

/** The n-th working day after a date, or before it when the number is negative. Zero leaves the date as it is. */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  const step = Math.sign(count);
  let current = date;
  for (let left = Math.abs(count); left > 0; ) {
    current = current.add({ days: step });
    if (isWorkingDay(calendar, current)) left--;
  }
  return current;
}

function yearOf(calendar: WorkingCalendar, year: number): CalendarYear {
  const found = calendar.years.get(year);
  if (!found) throw new CalendarError(year);
  return found;
}
