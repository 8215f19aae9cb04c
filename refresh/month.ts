import type { Temporal } from 'temporal-polyfill';

/** The month of a moment, `2026-11`, by the agency's clock. */
export function monthOf(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();
}
