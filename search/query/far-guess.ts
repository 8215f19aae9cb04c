import type { Vocabulary } from '../engine/vocabulary.ts';
import type { QueryWord } from './reading.ts';
import type { WordKnowledge } from './words.ts';

// No word of the pages is near to the one that was asked for. A far guess is better than an empty page.

type Guess = Partial<Pick<QueryWord, 'others' | 'beginnings' | 'shown'>>;

const weights = { relative: 0.45, root: 0.6, stump: 0.4, around: 0.4 };
/** So much of a word is its root: «нецензур-щина», «нецензур-ный». */
const rootShare = 0.6;

/** What to look for instead of a real word that is far from all words of the pages. */
export function farFromKnown(vocabulary: Vocabulary, knowledge: WordKnowledge, form: string): Guess {
  const beginnings = stump(knowledge, form);
  return beginnings.length > 0 ? { beginnings } : { others: around(vocabulary, knowledge, form) };
}

/**
 * What to look for instead of a word that nobody knows: words that begin alike; else the word as the dictionary spells it
 * («опикунство» is «опекунство») by its relatives and words that begin like it; else words that it is a part of.
 */
export function farGuess(vocabulary: Vocabulary, knowledge: WordKnowledge, form: string): Guess {
  const beginnings = stump(knowledge, form);
  if (beginnings.length > 0) return { beginnings };
  for (const righted of knowledge.righted(form)) {
    const alike = stump(knowledge, righted);
    const relatives = knowledge.relativesOf(righted);
    if (alike.length === 0 && relatives.length === 0) continue;
    const others = relatives.map((terms) => ({ terms, weight: weights.relative }));
    return { others, beginnings: alike, shown: righted };
  }
  return { others: around(vocabulary, knowledge, form) };
}

/** The longest beginning that words of the pages share with the form, at least half of it: «нецензурщина», «нецензурный». */
export function stump(knowledge: WordKnowledge, form: string): { prefix: string; weight: number }[] {
  for (let length = Math.min(form.length - 1, 20); length >= Math.max(4, form.length / 2); length--) {
    const prefix = form.slice(0, length);
    const weight = length >= form.length * rootShare ? weights.root : weights.stump;
    if (knowledge.begins(prefix)) return [{ prefix, weight }];
  }
  return [];
}

/** «Газификация» in «догазификации»: the form, its dictionary form or all but its ending inside a longer word. */
function around(vocabulary: Vocabulary, knowledge: WordKnowledge, form: string): QueryWord['others'] {
  const stem = form.length > 7 ? [form.slice(0, -2)] : [];
  const parts = [form, ...vocabulary.analyser.lemmas(form), ...stem];
  const words = parts.map((part) => knowledge.around(part)).find((found) => found.length > 0) ?? [];
  return words.map((word) => ({ terms: vocabulary.termsOf(word), weight: weights.around }));
}
