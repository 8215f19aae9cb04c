import type { GlossaryEntry } from '#knowledge';

const order = new Intl.Collator('ru', { sensitivity: 'base' });

/** The glossary in the order of the alphabet, by first letter; Ё stands with Е. */
export function glossaryByLetter(
  entries: readonly GlossaryEntry[],
): { letter: string; entries: readonly GlossaryEntry[] }[] {
  const sorted = entries.toSorted((a, b) => order.compare(a.term, b.term));
  const groups = Map.groupBy(sorted, ({ term }) => term.charAt(0).toUpperCase().replace('Ё', 'Е'));
  return [...groups].map(([letter, group]) => ({ letter, entries: group }));
}
