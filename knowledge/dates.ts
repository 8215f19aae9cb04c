import type { Temporal } from 'temporal-polyfill';

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** The months as a heading names them: «ноябрь 2026 года». */
const monthNames = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** «27 ноября». */
export function formatDay({ day, month }: Pick<Temporal.PlainDate, 'day' | 'month'>): string {
  return `${day}\u00a0${months[month - 1]}`;
}

/** «27 ноября 2026 года». */
export function formatDate(date: Pick<Temporal.PlainDate, 'day' | 'month' | 'year'>): string {
  return `${formatDay(date)} ${date.year}\u00a0года`;
}

/** «пятница, 27 ноября». */
export function formatWeekday(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]}, ${formatDay(date)}`;
}

/** «пятница, 27 ноября 2026 года». */
export function formatFullDate(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]}, ${formatDate(date)}`;
}

/** «17:00». */
export function formatTime({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** «ноябрь 2026 года» of `2026-11`. */
export function formatMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1]} ${year}\u00a0года`;
}

/** Days as a person lists them, neighbours joined: «21–22 ноября, 28 ноября», «31 декабря — 11 января». */
export function formatDays(dates: readonly Temporal.PlainDate[]): string {
  const runs: Temporal.PlainDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run?.at(-1)?.add({ days: 1 }).equals(date)) run.push(date);
    else runs.push([date]);
  }
  return runs.map(formatRun).join(', ');
}

function formatRun(run: readonly Temporal.PlainDate[]): string {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return '';
  if (first.equals(last)) return formatDay(first);
  if (first.month === last.month) return `${first.day}–${formatDay(last)}`;
  return `${formatDay(first)} — ${formatDay(last)}`;
}
