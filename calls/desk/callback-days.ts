import { dayIn } from './record.ts';
import type { DeskData } from './types.ts';

/** A day on which a callback can be promised. */
export interface CallbackDay {
  /** ISO. */
  readonly day: string;
  /** The days off that were passed over to come here. */
  readonly skipped: number;
}

/**
 * Today, while the line is open, and the next working days by the working calendar: the days to offer for a callback
 * (CL-8). Ends early at a year without a calendar: a day is not guessed.
 */
export function callbackDays(data: DeskData, now: number, count = 5): CallbackDay[] {
  const { timeZone } = data.agency;
  const clock = new Intl.DateTimeFormat('sv', { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  const days: CallbackDay[] = [];
  let day = dayIn(timeZone, now);
  let skipped = 0;
  if (isWorking(data, day) === true && clock < data.line.hours.to) days.push({ day, skipped: 0 });
  while (days.length < count) {
    day = dayAfter(day);
    const working = isWorking(data, day);
    if (working === undefined) break;
    if (working) {
      days.push({ day, skipped });
      skipped = 0;
    } else skipped++;
  }
  return days;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Whether the office works on a day; undefined for a year without a calendar. */
function isWorking({ calendar }: DeskData, day: string): boolean | undefined {
  const year = calendar.find((one) => one.year === Number(day.slice(0, 4)));
  if (year === undefined) return undefined;
  if (year.daysOff.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (weekday !== 0 && weekday !== 6) || year.workingWeekends.includes(day);
}
