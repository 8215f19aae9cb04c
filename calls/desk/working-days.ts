import { dayIn } from './record.ts';
import type { DeskData, DeskHours } from './types.ts';

/** Whether the office works on an ISO day, and whether that day is shorter; undefined for a year without a calendar. */
export function dayKindOf({ calendar }: Pick<DeskData, 'calendar'>, day: string) {
  const year = calendar.find((one) => one.year === Number(day.slice(0, 4)));
  if (year === undefined) return undefined;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const weekend = (weekday === 0 || weekday === 6) && !year.workingWeekends.includes(day);
  if (weekend || year.daysOff.includes(day)) return 'off';
  return year.shortDays.includes(day) ? 'short' : 'working';
}

/** Whether the office works on a day; undefined for a year without a calendar. */
export function isWorking(data: Pick<DeskData, 'calendar'>, day: string): boolean | undefined {
  const kind = dayKindOf(data, day);
  return kind === undefined ? undefined : kind !== 'off';
}

/** The ISO day so many days after another, before it with a minus. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** «17:00»: when it closes on a day; undefined when it does not work then. */
export function closingOn(
  data: Pick<DeskData, 'calendar'>,
  hours: DeskHours,
  day: string,
): string | undefined {
  const kind = dayKindOf(data, day);
  if (kind === undefined || kind === 'off') return undefined;
  if (kind === 'working') return hours.to;
  const [hour = 0, minute = 0] = hours.to.split(':').map(Number);
  const minutes = hour * 60 + minute - hours.shorterByMinutes;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What the clock shows in a time zone: «17:05». */
export function clockIn(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('sv', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** The next closing after a moment: the end of the working day in which an own employee is answered (CL-17). */
export interface Closing {
  readonly day: string;
  /** «18:00». */
  readonly time: string;
  readonly today: boolean;
}

/** Ends at a year without a calendar, and where the hours are not known: nothing is guessed. */
export function nextClosing(
  data: Pick<DeskData, 'calendar' | 'agency'>,
  hours: DeskHours | undefined,
  now: number,
): Closing | undefined {
  if (hours === undefined) return undefined;
  const { timeZone } = data.agency;
  const first = dayIn(timeZone, now);
  for (let day = first; dayKindOf(data, day) !== undefined; day = daysAfter(day, 1)) {
    const time = closingOn(data, hours, day);
    if (time === undefined || (day === first && clockIn(timeZone, now) >= time)) continue;
    return { day, time, today: day === first };
  }
  return undefined;
}

/** Whether somebody with these hours can be reached at a moment; undefined for a year without a calendar. */
export function isOpen(
  data: Pick<DeskData, 'calendar' | 'agency'>,
  hours: DeskHours,
  now: number,
): boolean | undefined {
  const { timeZone } = data.agency;
  const day = dayIn(timeZone, now);
  if (dayKindOf(data, day) === undefined) return undefined;
  const closing = closingOn(data, hours, day);
  const clock = clockIn(timeZone, now);
  if (closing === undefined || clock < hours.from || clock >= closing) return false;
  return hours.lunch === undefined || clock < hours.lunch.from || clock >= hours.lunch.to;
}
