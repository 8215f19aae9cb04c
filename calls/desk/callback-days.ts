import { dayIn } from './record.ts';
import type { DeskData } from './types.ts';
import { clockIn, closingOn, daysAfter, isWorking } from './working-days.ts';

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
  const days: CallbackDay[] = [];
  let day = dayIn(timeZone, now);
  let skipped = 0;
  const closing = closingOn(data, data.line.hours, day);
  if (closing !== undefined && clockIn(timeZone, now) < closing) days.push({ day, skipped: 0 });
  while (days.length < count) {
    day = daysAfter(day, 1);
    const working = isWorking(data, day);
    if (working === undefined) break;
    if (working) {
      days.push({ day, skipped });
      skipped = 0;
    } else skipped++;
  }
  return days;
}
