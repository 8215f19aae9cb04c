import { Temporal } from 'temporal-polyfill';
import { dayKind } from '../calendar.ts';
import { formatDay, formatDays, formatTime, formatWeekday } from '../dates.ts';
import { counted } from '../russian.ts';
import type { Hours } from '../schema/hours.ts';
import {
  type Counter,
  type CountingContext,
  type ExplanationStep,
  endsAt,
  type TermIn,
} from './counted-term.ts';
import { DeadlineError } from './error.ts';
import { backwardsError } from './hours.ts';
import { explainSkipped } from './skipped-days.ts';

/** A stretch of a day in which the office is open. */
interface Opening {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** Opening hours of the office (OT-2): nights, days off and the lunch break stand still, a pre-holiday day is shorter. */
export const countWorkingHours: Counter<TermIn<'workingHours'>> = (term, { at }, context) => {
  if (context.backwards) throw backwardsError;
  const hours = hoursOf(context);
  let left = term.workingHours * 3600;
  let day = at.toPlainDate();
  for (;;) {
    for (const { from, to } of openings(day, hours, context)) {
      const start = Temporal.ZonedDateTime.compare(at, from) > 0 ? at : from;
      const available = start.until(to).total('seconds');
      if (available <= 0) continue;
      if (left <= available) {
        const due = start.add({ seconds: left });
        return endsAt(due, explain(term, at, due, hours, context));
      }
      left -= available;
    }
    day = day.add({ days: 1 });
  }
};

/** The office's hours; a term that needs them is not counted without. */
export function hoursOf({ agency }: CountingContext): Hours {
  const { officeHours } = agency;
  if ('value' in officeHours) return officeHours.value;
  throw new DeadlineError(
    `Срок в рабочих часах не посчитать: рабочие часы ведомства неизвестны. ${officeHours.missing} Впишите их в agency.yml в officeHours.`,
  );
}

/** When the office is open on a day, in order. */
export function openings(
  day: Temporal.PlainDate,
  hours: Hours,
  { agency, calendar }: CountingContext,
): Opening[] {
  const kind = dayKind(calendar, day);
  if (kind === 'weekend' || kind === 'holiday') return [];
  const at = (time: string) => day.toZonedDateTime({ timeZone: agency.timeZone, plainTime: time });
  const from = at(hours.weekdays.from);
  const shorter = kind === 'short' ? hours.preHolidayShorterByMinutes : 0;
  const to = at(hours.weekdays.to).subtract({ minutes: shorter });
  if (!hours.lunch) return [{ from, to }];
  const lunchFrom = at(hours.lunch.from);
  const lunchTo = at(hours.lunch.to);
  return [
    { from, to: earlier(lunchFrom, to) },
    { from: lunchTo, to },
  ];
}

function earlier(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) < 0 ? a : b;
}

function explain(
  term: TermIn<'workingHours'>,
  at: Temporal.ZonedDateTime,
  due: Temporal.ZonedDateTime,
  hours: Hours,
  { calendar }: CountingContext,
): ExplanationStep[] {
  const first = at.toPlainDate();
  const last = due.toPlainDate();
  const short: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (dayKind(calendar, day) === 'short') short.push(day);
  const lunch = hours.lunch
    ? `, перерыв с\u00a0${hours.lunch.from} до\u00a0${hours.lunch.to} не считается`
    : '';
  const shorter = counted(hours.preHolidayShorterByMinutes, ['минуту', 'минуты', 'минут']);
  return [
    {
      text: `Считаются только часы работы: с\u00a0${hours.weekdays.from} до\u00a0${hours.weekdays.to}${lunch}.`,
      ...(hours.clause === undefined ? {} : { clause: hours.clause }),
    },
    ...(short.length > 0 && hours.preHolidayShorterByMinutes > 0
      ? [{ text: `Короче на\u00a0${shorter}: ${formatDays(short)}.` }]
      : []),
    ...explainSkipped(calendar, first, last),
    {
      text: `${counted(term.workingHours, ['рабочий час', 'рабочих часа', 'рабочих часов'])} от ${formatDay(first)}, ${formatTime(at)} — это ${formatWeekday(last)}, ${formatTime(due)}.`,
      clause: term.clause,
    },
  ];
}
