import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type WorkingCalendar, workingDayFrom, workingDayUpTo } from '#knowledge';

/** The three reminders of a month: on its first working day, on the 15th, on the third working day from its end. */
export const stages = ['start', 'middle', 'last-days'] as const;
export type Stage = (typeof stages)[number];

/** The day each reminder of a month falls due. */
export function stageDays(calendar: WorkingCalendar, month: string): Record<Stage, Temporal.PlainDate> {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const lastWorking = workingDayUpTo(calendar, first.with({ day: first.daysInMonth }));
  return {
    start: workingDayFrom(calendar, first),
    middle: workingDayFrom(calendar, first.with({ day: 15 })),
    'last-days': addWorkingDays(calendar, lastWorking, -2),
  };
}

/** The reminder that is due on a day: the last whose day has come; one that was slept through is not made up for. */
export function stageOn(calendar: WorkingCalendar, day: Temporal.PlainDate): Stage | undefined {
  const days = stageDays(calendar, day.toPlainYearMonth().toString());
  return stages.findLast((stage) => Temporal.PlainDate.compare(days[stage], day) <= 0);
}
