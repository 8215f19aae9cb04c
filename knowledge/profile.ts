import { formatDate } from './dates.ts';
import { counted } from './russian.ts';
import type { Agency } from './schema/agency.ts';
import type { Fact } from './schema/common.ts';
import { type Term, termsSchema } from './schema/term.ts';

/**
 * Finds a value of the profile by its path: `line.phone`, `name.genitive`. Undefined when the profile has no such value
 * or the path ends on a group of values.
 */
export function resolveProfilePath(agency: Agency, path: string): Fact<string> | undefined {
  let current: unknown = agency;
  let fact: Fact<unknown> | undefined;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || Array.isArray(current)) return undefined;
    if (!Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
    if (!isFact(current)) continue;
    fact = current;
    // The parts of a missing fact are missing for the same reason: `head.name`.
    if ('missing' in fact) return fact;
    current = fact.value;
  }
  if (typeof current !== 'string' && typeof current !== 'number') return undefined;
  const value = `${current}${measuredOn(fact)}`;
  return fact?.clause === undefined ? { value } : { value, clause: fact.clause };
}

/** « (по данным на 31 октября 2026 года)»: what was measured is never told without its date (CL-1). */
function measuredOn(fact: Fact<unknown> | undefined): string {
  if (fact === undefined || !('measured' in fact) || typeof fact.measured !== 'string') return '';
  const [year = 0, month = 0, day = 0] = fact.measured.split('-').map(Number);
  return ` (по\u00a0данным на\u00a0${formatDate({ year, month, day })})`;
}

function isFact(value: unknown): value is Fact<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, 'missing') || Object.hasOwn(value, 'value');
}

/** Whether a word names a term of the profile: `urgentReply`. */
export function isTermName(name: string): name is keyof Agency['terms'] {
  return Object.hasOwn(termsSchema.shape, name);
}

/** A term in words, in the nominative: «5 рабочих дней», «24 часа без выходных и праздников». */
export function termInWords(term: Term): string {
  if ('workingDays' in term)
    return counted(term.workingDays, ['рабочий день', 'рабочих дня', 'рабочих дней']);
  if ('calendarDays' in term)
    return counted(term.calendarDays, ['календарный день', 'календарных дня', 'календарных дней']);
  if ('workingHours' in term)
    return counted(term.workingHours, ['рабочий час', 'рабочих часа', 'рабочих часов']);
  if ('endOf' in term) return 'до\u00a0конца рабочего дня';
  const hours = counted(term.hours, ['час', 'часа', 'часов']);
  return term.clock === 'plain' ? hours : `${hours}, не\u00a0считая выходных и\u00a0праздников`;
}

/** A telephone number as digits with the country code, so that spellings can be compared: «8 (383) 238-73-20» → «+73832387320». */
export function normalisePhone(phone: string): string {
  const [main = ''] = phone.split(/(?:доб|вн)\.?/u);
  const digits = main.replaceAll(/\D/g, '');
  if (digits.length === 11 && (digits.startsWith('8') || digits.startsWith('7')))
    return `+7${digits.slice(1)}`;
  if (digits.length === 10) return `+7${digits}`;
  return digits;
}
