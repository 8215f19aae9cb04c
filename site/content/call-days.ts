import { today as todayIn } from './refresh.ts';

/** A span of days, both ends included, ISO. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The span that an address asks for; this month up to today where it asks for none, or for no days at all. */
export function spanOf(asked: URLSearchParams, timeZone: string): DaySpan {
  const today = todayIn(timeZone);
  const from = asked.get('from');
  const to = asked.get('to');
  const span = { from: isDay(from) ? from : `${today.slice(0, 8)}01`, to: isDay(to) ? to : today };
  return span.from <= span.to ? span : { from: span.to, to: span.from };
}
