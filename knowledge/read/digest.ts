import { createHash } from 'node:crypto';

/** Fields that say where a page belongs and how it is found, not what it says: changing them leaves a check valid. */
const notMeaning = new Set([
  'id',
  'kind',
  'function',
  'unit',
  'audience',
  'topics',
  'needs',
  'keywords',
  'lint',
  'queries',
]);

/**
 * The digest that a monthly check is recorded for: sha256 of the normalised body and the meaningful front matter as
 * written. Defaults of the schema stay out, so that a new optional field does not make every page look changed.
 */
export function digestOf(frontMatter: Readonly<Record<string, unknown>>, body: string): string {
  const meaning = Object.fromEntries(Object.entries(frontMatter).filter(([key]) => !notMeaning.has(key)));
  const text = `${JSON.stringify(canonical(meaning))}\n${normalise(body)}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The same text for the same words: line ends, trailing spaces and blank lines do not count. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return normalise(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
