import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../problem.ts';
import type { CalendarYear } from '../schema/vocabulary.ts';
import { type CheckedReading, reporter } from './check.ts';

/** Calendars of the years that terms run into now, and dates in them that cannot be right. */
export function calendars(reading: CheckedReading, now: Temporal.Instant): Problem[] {
  const { agency, calendar } = reading.content;
  const today = now.toZonedDateTimeISO(agency?.timeZone ?? 'Europe/Moscow').toPlainDate();
  // From December on, terms run into the next year.
  const needed = today.month === 12 ? [today.year, today.year + 1] : [today.year];
  const report = reporter('calendar', reading);
  return [
    ...needed
      .filter((year) => !calendar.years.has(year) && !reading.files.has(`calendar/${year}.yml`))
      .map((year) =>
        report.on(
          `calendar/${year}.yml`,
          { line: 1, column: 1 },
          `Нет рабочего календаря на ${year} год: сроки на него не посчитать. Внесите выходные из постановления Правительства в calendar/${year}.yml.`,
        ),
      ),
    ...[...calendar.years.values()].flatMap((year) => yearFaults(year, reading)),
  ];
}

const saturday = 6;

function yearFaults(year: CalendarYear, reading: CheckedReading): Problem[] {
  const file = `calendar/${year.year}.yml`;
  const report = reporter('calendar', reading);
  const fields = ['daysOff', 'workingWeekends', 'shortDays'] as const;
  return fields.flatMap((field) =>
    year[field].flatMap((text, index) => {
      const date = Temporal.PlainDate.from(text);
      const fault = dateFault(field, date, year);
      const twice =
        year[field].indexOf(text) !== index ? 'Эта дата уже есть выше. Оставьте одну.' : undefined;
      const message = twice ?? fault;
      return message === undefined ? [] : [report.at(file, [field, index], message)];
    }),
  );
}

function dateFault(
  field: 'daysOff' | 'workingWeekends' | 'shortDays',
  date: Temporal.PlainDate,
  year: CalendarYear,
): string | undefined {
  const text = date.toString();
  if (date.year !== year.year) return `${text} — не ${year.year} год. Перенесите дату в файл её года.`;
  const weekend = date.dayOfWeek >= saturday;
  if (field === 'daysOff' && weekend)
    return `${text} — суббота или воскресенье, они выходные и так. В daysOff вписывают только будни.`;
  if (field === 'workingWeekends' && !weekend)
    return `${text} — будний день. В workingWeekends вписывают субботы и воскресенья, ставшие рабочими.`;
  const works = weekend ? year.workingWeekends.includes(text) : !year.daysOff.includes(text);
  if (field === 'shortDays' && !works) return `${text} — выходной, он не бывает сокращённым. Проверьте дату.`;
  return undefined;
}
