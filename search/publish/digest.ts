import { createHash } from 'node:crypto';
import type { PageSource } from './sources.ts';

/** What a page is made of, in a few letters: two pages of one id with one digest are the same. */
export function pageDigest(page: PageSource): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(page).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url')
    .slice(0, 12);
}
