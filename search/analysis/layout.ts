// The keys of the two layouts, key by key. The signs , . ; ' [ ] ` are letters in the Russian one.
const latinKeys = `qwertyuiop[]asdfghjkl;'zxcvbnm,.\`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~`;
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ';
// Signs that are other signs in the Russian layout.
const latinSigns = '/&@#$^|';
const cyrillicSigns = '.?"№;:/';

const toCyrillic = new Map(pairs(latinKeys + latinSigns, cyrillicKeys + cyrillicSigns));
const toLatin = new Map(pairs(cyrillicKeys, latinKeys));

function* pairs(from: string, to: string): Generator<[string, string]> {
  for (let key = 0; key < from.length; key++) yield [from.charAt(key), to.charAt(key)];
}

/** What the same keys give in the Russian layout: «jndtn» → «ответ». */
export function inCyrillicLayout(text: string): string {
  return Array.from(text, (sign) => toCyrillic.get(sign) ?? sign).join('');
}

/** What the same keys give in the Latin layout: «ьфч» → «max». */
export function inLatinLayout(text: string): string {
  return Array.from(text, (sign) => toLatin.get(sign) ?? sign).join('');
}

/** Says whether a word means something: in the dictionary, in the index, or close to something in the index. */
export type Recognise = (word: string, unfinished: boolean) => boolean;

const hasLatin = /\p{Script=Latin}/u;
const hasCyrillic = /\p{Script=Cyrillic}/u;
const signsAtTheEnd = /[,.;:'"?!)\]}>]+$/;

/**
 * The query as it was meant, when it was typed in the other layout; otherwise undefined.
 *
 * Words that mean something as they stand are left alone. The rest is taken over when at least half of it
 * means something in the other layout.
 */
export function otherLayout(query: string, recognise: Recognise): string | undefined {
  return (
    retype(query, recognise, hasLatin, hasCyrillic, inCyrillicLayout) ??
    retype(query, recognise, hasCyrillic, hasLatin, inLatinLayout)
  );
}

function retype(
  query: string,
  recognise: Recognise,
  typed: RegExp,
  meant: RegExp,
  convert: (text: string) => string,
): string | undefined {
  const pieces = query.split(/(\s+)/);
  const lastWord = pieces.findLastIndex((piece) => piece.trim() !== '');
  let doubtful = 0;
  let understood = 0;
  const retyped = pieces.map((piece, place) => {
    const unfinished = place === lastWord && place === pieces.length - 1;
    if (!typed.test(piece) || meant.test(piece) || recognise(withoutSigns(piece), unfinished)) return piece;
    doubtful++;
    const meaning = readings(piece, convert).find((reading) => recognise(withoutSigns(reading), unfinished));
    if (meaning !== undefined) understood++;
    return meaning ?? convert(piece);
  });
  if (doubtful === 0 || understood * 2 < doubtful) return undefined;
  return retyped.join('');
}

// A sign at the end may be a letter («hf,jns» ends in none, «j,hfpjdfy.» in «ю») or just a sign («jndtn,»).
function readings(word: string, convert: (text: string) => string): string[] {
  const signs = signsAtTheEnd.exec(word)?.[0] ?? '';
  const whole = convert(word);
  return signs === '' ? [whole] : [whole, convert(word.slice(0, -signs.length)) + signs];
}

function withoutSigns(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]{1,8}$/u, '');
}
