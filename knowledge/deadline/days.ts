import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, dayKind, workingDayFrom, workingDayUpTo } from '../calendar.ts';
import { formatDay, formatWeekday } from '../dates.ts';
import { counted } from '../russian.ts';
import {
  type CountedTerm,
  type Counter,
  type ExplanationStep,
  endsWithDay,
  type TermIn,
} from './counted-term.ts';
import { explainSkipped } from './skipped-days.ts';

/** Days of the working calendar (WR-4, WR-5): day 1 is a working day, the last day is one. */
export const countWorkingDays: Counter<TermIn<'workingDays'>> = (term, { at }, context): CountedTerm => {
  const { agency, calendar, backwards } = context;
  const start = at.toPlainDate();
  const count = term.workingDays;
  if (backwards) {
    const date = addWorkingDays(calendar, start, -count);
    return endsWithDay(date, agency.timeZone, [
      { text: `Считаем назад от ${formatDay(start)}: ${inWorkingDays(count)}.` },
      ...explainSkipped(calendar, date, start.subtract({ days: 1 })),
      { text: `Последний день — ${formatWeekday(date)}.`, clause: term.clause },
    ]);
  }
  const sameDay = agency.counting.dayOfReceipt === 'same-day';
  const first = sameDay ? workingDayFrom(calendar, start) : addWorkingDays(calendar, start, 1);
  const date = addWorkingDays(calendar, first, count - 1);
  return endsWithDay(date, agency.timeZone, [
    firstDay(formatWeekday(first), agency.counting.reason),
    ...explainSkipped(calendar, sameDay ? start : start.add({ days: 1 }), date),
    { text: `${count}-й рабочий день — ${formatWeekday(date)}.`, clause: term.clause },
  ]);
};

/**
 * Days of the plain calendar (PV-2, statutory terms). When the last one is a day off, the working day before it is taken:
 * acts of this kind do not say that the term moves on, and an earlier answer is never late.
 */
export const countCalendarDays: Counter<TermIn<'calendarDays'>> = (term, { at }, context): CountedTerm => {
  const { agency, calendar, backwards } = context;
  const start = at.toPlainDate();
  const count = term.calendarDays;
  const sameDay = agency.counting.dayOfReceipt === 'same-day' && !backwards;
  const last = start.add({ days: backwards ? -count : sameDay ? count - 1 : count });
  const before = workingDayUpTo(calendar, last);
  // A short term may lie wholly in days off: nobody can answer before the message came, so the first day of work counts.
  const wholeOff = !backwards && Temporal.PlainDate.compare(before, start) < 0;
  const date = wholeOff ? workingDayFrom(calendar, last) : before;
  const days = counted(count, ['день', 'дня', 'дней']);
  const beginning: ExplanationStep[] = backwards
    ? [{ text: `Считаем назад от ${formatDay(start)}: ${days} календаря, вместе с выходными.` }]
    : [
        firstDay(formatWeekday(sameDay ? start : start.add({ days: 1 })), agency.counting.reason),
        { text: `Считаются все дни подряд, вместе с выходными: ${days}.` },
      ];
  const lastDay = `${backwards ? 'Последний день' : `${count}-й день`} — ${formatWeekday(last)}`;
  const ending: ExplanationStep[] = date.equals(last)
    ? [{ text: `${lastDay}.`, clause: term.clause }]
    : [
        { text: `${lastDay}, это ${kindInWords(dayKind(calendar, last))}.`, clause: term.clause },
        {
          text: wholeOff
            ? `Рабочих дней в\u00a0сроке нет, поэтому берём первый рабочий день после него: ${formatWeekday(date)}.`
            : `Берём рабочий день перед ним: ${formatWeekday(date)}.`,
        },
      ];
  return endsWithDay(date, agency.timeZone, [...beginning, ...ending]);
};

function firstDay(day: string, reason: string): ExplanationStep {
  return { text: `Первый день срока — ${day}. ${sentence(reason)}` };
}

function inWorkingDays(count: number): string {
  return counted(count, ['рабочий день', 'рабочих дня', 'рабочих дней']);
}

function kindInWords(kind: ReturnType<typeof dayKind>): string {
  return kind === 'holiday' ? 'праздник или перенесённый выходной' : 'выходной';
}

/** The reason of the profile as a sentence of its own. */
function sentence(text: string): string {
  const trimmed = text.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
