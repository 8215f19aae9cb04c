const day = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('ru', { month: 'long', timeZone: 'UTC' });

/** A date as it is read aloud: «12 марта 2026». The full stop of «г.» is left out, as on the rest of the page. */
export function dateInWords(date: string): string {
  return bound(day.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)).replace(/\s*г\.$/, ''));
}

/** A month as it is read aloud: «ноябрь 2026». */
export function monthInWords(yearMonth: string): string {
  return bound(`${month.format(new Date(`${yearMonth.slice(0, 7)}-01T00:00:00Z`))} ${yearMonth.slice(0, 4)}`);
}

/** A date as acts write it: «20.08.2024». */
export function dateInDigits(date: string): string {
  return date.slice(0, 10).split('-').reverse().join('.');
}

const bound = (text: string) => text.replaceAll(' ', '\u00a0');
