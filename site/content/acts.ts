import type { Page } from '#knowledge';
import { dateInDigits } from './dates.ts';

/** Number and date of an act as they are quoted: «№ 102/53 от 20.08.2024»; what is unknown is left out. */
export function requisites({ number, date }: Page<'regulation'>['data']): string {
  const parts = [number && `№\u00a0${number}`, date && `от\u00a0${dateInDigits(date)}`];
  return parts.filter(Boolean).join(' ');
}

const ranks = ['federal', 'regional', 'agency'] as const;

/** Acts as they stand above each other (KB-9): federal, regional, the agency's own; the newest first. */
export function byAuthority(acts: readonly Page<'regulation'>[]): Page<'regulation'>[] {
  return acts.toSorted(
    (a, b) =>
      ranks.indexOf(a.data.authority) - ranks.indexOf(b.data.authority) ||
      (b.data.date ?? '').localeCompare(a.data.date ?? ''),
  );
}
