import { foldWord } from '@ponyatno/russian';

// Latin letters that look like Russian ones: people paste «Cрок» with a Latin C and cannot see why nothing is found.
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const latin = /[a-z]/;
const cyrillic = /[а-я]/;

/** The one spelling of a word for search: folded, with look-alike letters of the other script put right. */
export function formOf(word: string): string {
  const folded = foldWord(word);
  if (!latin.test(folded) || !cyrillic.test(folded)) return folded;
  const russian = folded.replace(/[abcehkmoptxy]/g, (letter) => lookAlikes[letter] ?? letter);
  return latin.test(russian) ? folded : russian;
}
