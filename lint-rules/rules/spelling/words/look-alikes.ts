/** Latin letters that look like Cyrillic ones, and the other way round. */
const pairs: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...[...'aceopxy'].map((latin, index): [string, string] => [latin, 'асеорху'.charAt(index)]),
  ...[...'ABCEHKMOPTXY'].map((latin, index): [string, string] => [latin, 'АВСЕНКМОРТХУ'.charAt(index)]),
  ['k', 'к'],
  ['ë', 'ё'],
  ['Ë', 'Ё'],
];
const toCyrillic: ReadonlyMap<string, string> = new Map(pairs);
const toLatin: ReadonlyMap<string, string> = new Map(pairs.map(([latin, cyrillic]) => [cyrillic, latin]));

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** Whether a part of the word between hyphens has letters of both alphabets: «сoбака», but not «web-сайт». */
export function isMixed(word: string): boolean {
  return word.split(/[-\u2010\u2011]/).some((part) => latin.test(part) && cyrillic.test(part));
}

/**
 * The word in one alphabet, when each letter of the other one has a twin in it: Cyrillic before Latin. Undefined for
 * what is mixed on purpose («SMSка») and for Roman numerals typed in both («ХIV»).
 */
export function unmixed(word: string): string | undefined {
  if (/^[IVXLCDMІХСМ]+$|^[A-Z]{2,}[а-яё]+$/.test(word)) return undefined;
  const parts = word.normalize('NFC').split(/([-\u2010\u2011])/);
  const whole = parts.map((part) =>
    latin.test(part) && cyrillic.test(part)
      ? (translate(part, latin, toCyrillic) ?? translate(part, cyrillic, toLatin))
      : part,
  );
  return whole.includes(undefined) ? undefined : whole.join('');
}

function translate(part: string, foreign: RegExp, twins: ReadonlyMap<string, string>): string | undefined {
  const letters = [...part].map((letter) => (foreign.test(letter) ? twins.get(letter) : letter));
  return letters.includes(undefined) ? undefined : letters.join('');
}

const lone: ReadonlySet<string> = new Set(['c', 'o', 'y', 'k']);

/** «c 1 января»: a Russian preposition typed as a Latin letter; undefined for anything else. */
export function lonePreposition(word: string): string | undefined {
  const lower = word.toLowerCase();
  return lone.has(lower) && word === lower ? toCyrillic.get(word) : undefined;
}
