import type { Agency } from '#knowledge';
import type { DraftRecord } from '../storage/record.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** When a draft goes, because it is no archive (OT-3). */
export interface Expiry {
  /** The moment from which it may be gone. */
  readonly at: string;
  /** It is time to say so. */
  readonly soon: boolean;
}

/** Counts from the last change, or from the sending: a letter that was sent is kept elsewhere. */
export function expiryOf(
  { updated, state }: Pick<DraftRecord, 'updated' | 'state'>,
  { expireAfterDays, sentAfterDays = expireAfterDays, warnDays }: Agency['drafts'],
  now: Date,
): Expiry {
  const days = state === 'sent' ? sentAfterDays : expireAfterDays;
  const at = Date.parse(updated) + days * dayMs;
  return { at: new Date(at).toISOString(), soon: at - now.getTime() <= warnDays * dayMs };
}
