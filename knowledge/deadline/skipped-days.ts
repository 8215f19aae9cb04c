import { Temporal } from 'temporal-polyfill';
import { dayKind } from '../calendar.ts';
import type { WorkingCalendar } from '../content.ts';
import { formatDays } from '../dates.ts';
import type { ExplanationStep } from './counted-term.ts';

/** Says which days of a span were not counted, and which weekends were, both ends included. */
export function explainSkipped(
  calendar: WorkingCalendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): ExplanationStep[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    days.push(day);
  const kinds = Map.groupBy(days, (day) => dayKind(calendar, day));
  const weekends = kinds.get('weekend') ?? [];
  const holidays = kinds.get('holiday') ?? [];
  const worked = days.filter(
    (day) => day.dayOfWeek > 5 && !weekends.includes(day) && !holidays.includes(day),
  );
  return [
    ...(weekends.length > 0 ? [{ text: `Выходные не считаются: ${formatDays(weekends)}.` }] : []),
    ...(holidays.length > 0
      ? [{ text: `Праздники и перенесённые выходные не считаются: ${formatDays(holidays)}.` }]
      : []),
    ...(worked.length > 0 ? [{ text: `Рабочие по переносу, считаются: ${formatDays(worked)}.` }] : []),
  ];
}
