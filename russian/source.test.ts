import { describe, expect, it } from 'vitest';
import { foldWord } from './fold.ts';
import { openDictionary } from './node.ts';
import { hasAz, openAz } from './support/az.ts';
import { readOrders } from './support/orders.ts';
import { words } from './support/words.ts';
import { tokenize } from './tokens.ts';

const dictionary = openDictionary();

/** What the compiled dictionary says of a word, in the terms of the source. */
function compiled(word: string): string[] {
  if (!dictionary.has(word)) return [];
  return [...new Set(dictionary.parse(word).map(({ lemma, tag }) => `${lemma} ${tag}`))].sort();
}

describe('the compiled dictionary has the analyses of the source', () => {
  it('for words of every kind', ({ skip }) => {
    if (!hasAz) skip('npm package «az», the source, is not installed');
    const source = openAz();
    const known = words.filter((word) => source(word).length > 0);
    expect(known.length).toBeGreaterThan(400);
    for (const word of words) expect(compiled(word), word).toEqual(source(word));
  });

  it('for all distinct words of the orders', ({ skip }) => {
    const orders = readOrders();
    if (!hasAz) skip('npm package «az», the source, is not installed');
    if (orders.length === 0) skip('the orders are not beside the checkout');
    const source = openAz();
    const distinct = new Set<string>();
    for (const order of orders)
      for (const { kind, word } of tokenize(order)) if (kind === 'word') distinct.add(foldWord(word));
    expect(distinct.size).toBeGreaterThan(1900);
    for (const word of distinct) expect(compiled(word), word).toEqual(source(word));
  });

  it('and not for words that it has not', ({ skip }) => {
    if (!hasAz) skip('npm package «az», the source, is not installed');
    const source = openAz();
    for (const word of ['клиентоцентричность', 'епгу', 'рассмотренн', 'по', 'наи', 'ть'])
      expect(dictionary.has(word), word).toBe(source(word).length > 0);
  });
});
