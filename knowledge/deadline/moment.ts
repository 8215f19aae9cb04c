import { Temporal } from 'temporal-polyfill';
import { DeadlineError } from './error.ts';

/** The moment a term is counted from. */
export interface Moment {
  readonly at: Temporal.ZonedDateTime;
  /** False when only the day is known: terms in hours need the time. */
  readonly hasTime: boolean;
}

const russianDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(\d{1,2}:\d{2}))?$/;

/**
 * Reads a moment as people and programs write it: `2026-11-20T17:00`, `2026-11-20 17:00`, `2026-11-20`, «20.11.2026 17:00» by the
 * clock of the agency; with `Z` or an offset it is a moment of the world, moved to that clock.
 */
export function parseMoment(text: string, timeZone: string): Moment {
  const iso = toIso(text.trim());
  try {
    if (/T.*(?:Z|[+-]\d{2}(?::?\d{2})?)(?:\[.*\])?$/.test(iso))
      return { at: Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone), hasTime: true };
    if (!iso.includes('T'))
      return { at: Temporal.PlainDate.from(iso).toZonedDateTime(timeZone), hasTime: false };
    return { at: Temporal.PlainDateTime.from(iso).toZonedDateTime(timeZone), hasTime: true };
  } catch {
    throw new DeadlineError(
      `«${text}» — не дата. Напишите дату и время поступления так: 2026-11-20T17:00, или только дату: 2026-11-20.`,
    );
  }
}

function toIso(text: string): string {
  const [, day = '', month = '', year, time] = russianDate.exec(text) ?? [];
  if (year === undefined) return text.replace(/^(\d{4}-\d{2}-\d{2}) +/, '$1T');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time === undefined ? date : `${date}T${time.padStart(5, '0')}`;
}
