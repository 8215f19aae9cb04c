/**
 * A phrase by its words, whatever their order, form and small words: the first term of every telling word, sorted. A phrase of
 * nothing but stop words is what it is.
 */
export function phraseKey(words: readonly { readonly term: string; readonly stop: boolean }[]): string {
  const telling = words.filter(({ stop }) => !stop);
  const counted = telling.length > 0 ? telling : words;
  return [...new Set(counted.map(({ term }) => term))].sort().join(' ');
}
