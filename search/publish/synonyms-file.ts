import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** `content/synonyms.yml`: groups of phrases that mean the same, in the agency's own words. */
export const synonymsSchema = z.array(z.array(z.string().trim().min(2)).min(2));

/** `content/synonyms.yml` cannot be read. */
export class SynonymsError extends Error {
  override name = 'SynonymsError';
}

/** The agency's synonyms; none when it has no such file. */
export function readSynonyms(folder: string): string[][] {
  const file = join(folder, 'synonyms.yml');
  if (!existsSync(file)) return [];
  try {
    return synonymsSchema.parse(parse(readFileSync(file, 'utf8')) ?? []);
  } catch (cause) {
    throw new SynonymsError(
      'Файл synonyms.yml не читается: нужен список групп, в каждой не меньше двух выражений, например «- [ЕПГУ, Госуслуги]».',
      { cause },
    );
  }
}
