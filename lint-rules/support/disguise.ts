/** One way to write the same text: what becomes of each sign. */
export type Disguise = (sign: string, index: number, text: string) => string;

const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);
const inWord = (text: string, index: number) => isLetter(text[index]) && isLetter(text[index + 1]);

/** Spellings that are the same text to a reader; none may change what is found. */
export const disguises: Readonly<Record<string, Disguise>> = {
  'stress marks': (sign, index, text) =>
    /[аеиоуыэюя]/i.test(sign) && inWord(text, index) ? `${sign}\u0301` : sign,
  'soft hyphens': (sign, index, text) => (inWord(text, index) && index % 3 === 0 ? `${sign}\u00ad` : sign),
  NFD: (sign) => sign.normalize('NFD'),
  'no-break spaces': (sign) => (sign === ' ' ? '\u00a0' : sign),
  'narrow no-break spaces': (sign) => (sign === ' ' ? '\u202f' : sign),
  'zero-width spaces': (sign, index, text) =>
    inWord(text, index) && index % 4 === 1 ? `${sign}\u200b` : sign,
  'a byte order mark': (sign, index) => (index === 0 ? `\ufeff${sign}` : sign),
  CRLF: (sign) => (sign === '\n' ? '\r\n' : sign),
};

/** A text in disguise, and where each place of the clean text is in it. */
export interface Disguised {
  readonly text: string;
  readonly at: (offset: number) => number;
}

/** Puts a disguise on a text. */
export function disguised(clean: string, disguise: Disguise): Disguised {
  const starts: number[] = [];
  let text = '';
  for (let index = 0; index < clean.length; index++) {
    const sign = clean.charAt(index);
    const shown = disguise(sign, index, clean);
    // What is put before a sign is no part of it.
    starts.push(text.length + (shown.endsWith(sign) ? shown.length - sign.length : 0));
    text += shown;
  }
  return { text, at: (offset) => starts[offset] ?? text.length };
}

/** What a reader sees of a text. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0301\u00ad\u200b\ufeff]/g, '')
    .replace(/\r\n/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ');
}
