import { foldWord } from '@ponyatno/russian';
import type { Term } from '../../../types.ts';

/** The words of the glossary, of the reader's terms and of official names, folded. */
export function ownWords(
  glossary: readonly Term[],
  terms: readonly string[],
  names: readonly string[],
): Set<string> {
  const texts = glossary.flatMap(({ term, expansion, explanation, plain = [], synonyms = [] }) => [
    term,
    expansion ?? '',
    explanation ?? '',
    ...plain,
    ...synonyms,
  ]);
  const words = new Set<string>();
  for (const text of [...texts, ...terms, ...names])
    for (const word of text.match(/[\p{L}\p{M}\u00AD-]+/gu) ?? []) {
      const folded = foldWord(word);
      words.add(folded);
      for (const part of folded.split('-')) words.add(part);
    }
  return words;
}
