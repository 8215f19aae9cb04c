import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { CalendarError, type Content, formatMonth, type Unit } from '#knowledge';
import { monthOf } from '../month.ts';
import { stageDays, stages } from './stages.ts';

/** Months ahead that the calendar shows, as far as there are working calendars. */
const monthsAhead = 12;

/** The days of the checks as an ICS calendar: the three days of each month, for one unit or for all. */
export function refreshCalendar(
  content: Content,
  { now, unit }: { now?: Temporal.Instant; unit?: Unit } = {},
): string {
  const moment = now ?? Temporal.Now.instant();
  const first = Temporal.PlainYearMonth.from(monthOf(moment, content.agency.timeZone));
  const title = unit ? `Проверка базы знаний: ${unit.name}` : 'Проверка базы знаний';
  const calendar = ical({ name: title, prodId: { company: 'Ponyatno', product: 'refresh', language: 'RU' } });
  for (let ahead = 0; ahead < monthsAhead; ahead++) {
    const month = first.add({ months: ahead }).toString();
    const days = daysOf(content, month);
    if (!days) break;
    for (const stage of stages)
      calendar.createEvent({
        id: `${month}-${stage}-${unit?.id ?? 'all'}@${content.agency.id}`,
        start: days[stage].toString(),
        allDay: true,
        stamp: new Date(moment.epochMilliseconds),
        summary: `${title}, ${formatMonth(month).replace('\u00a0', ' ')}${stage === 'last-days' ? ': последние три рабочих дня' : ''}`,
      });
  }
  return calendar.toString();
}

function daysOf({ calendar }: Content, month: string) {
  try {
    return stageDays(calendar, month);
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
