import type { GlossaryEntry } from '#knowledge';

const order = new Intl.Collator('ru', { sensitivity: 'base' });

/** The glossary in the order of the alphabet, by first letter; Ё stands with Е, foreign letters stand together at the end. */
export function glossaryByLetter(
  entries: readonly GlossaryEntry[],
): { letter: string; entries: readonly GlossaryEntry[] }[] {
  const sorted = entries.toSorted((a, b) => order.compare(a.term, b.term));
  const groups = Map.groupBy(sorted, ({ term }) => letterOf(term));
  return [...groups].map(([letter, group]) => ({ letter, entries: group }));
}

function letterOf(term: string): string {
  const letter = term.charAt(0).toUpperCase().replace('Ё', 'Е');
  return /[А-Я]/.test(letter) ? letter : 'A–Z';
}
