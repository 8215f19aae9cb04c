import type { Call } from './call.ts';
import type { DeskData } from './types.ts';
import { daysAfter, isWorking } from './working-days.ts';

/** What follows from the day and the time of a visit that is being booked. */
export interface VisitDates {
  /** The last day to tell the client of it (PV-2); undefined where the order sets no term. */
  readonly noticeBy: string | undefined;
  /** That day has passed. */
  readonly tooSoon: boolean;
  /** When the reminders go out, ISO day and time (PV-3). */
  readonly reminders: readonly { readonly day: string; readonly time: string; readonly hours: number }[];
}

/** Counts back from a visit: the notice of it and its reminders. Undefined while the day is not chosen. */
export function visitDates(data: DeskData, visit: Call['visit'], today: string): VisitDates | undefined {
  if (visit === undefined || visit.day === '') return undefined;
  const { notice, reminders } = data.rules.visits ?? { notice: undefined, reminders: undefined };
  const noticeBy = notice && noticeDay(data, visit.day, notice);
  return {
    noticeBy,
    tooSoon: noticeBy !== undefined && noticeBy < today,
    reminders:
      visit.time === ''
        ? []
        : (reminders?.hoursBefore ?? []).map((hours) => {
            const at = new Date(Date.parse(`${visit.day}T${visit.time}:00Z`) - hours * 60 * 60 * 1000);
            return { day: at.toISOString().slice(0, 10), time: at.toISOString().slice(11, 16), hours };
          }),
  };
}

/** Days of the calendar or working days back from the visit; a day off counts as the working day before it. */
function noticeDay(
  data: DeskData,
  visit: string,
  { days, working }: { readonly days: number; readonly working: boolean },
): string | undefined {
  if (!working) {
    let day = daysAfter(visit, -days);
    while (isWorking(data, day) === false) day = daysAfter(day, -1);
    return isWorking(data, day) === undefined ? undefined : day;
  }
  let day = visit;
  for (let left = days; left > 0; ) {
    day = daysAfter(day, -1);
    const works = isWorking(data, day);
    if (works === undefined) return undefined;
    if (works) left--;
  }
  return day;
}
