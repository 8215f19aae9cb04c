import { join } from 'node:path';
import type { Audience } from '#knowledge';

/** The file of the index for an audience: what is for staff is never in the one for the public. */
export function indexFileOf(indexFolder: string, audience: Audience): string {
  return join(indexFolder, `${audience}.index`);
}
