// How the words of an official text look. All patterns are sticky; each bounds how far it looks ahead, so that a
// hostile text costs linear time.

const letter = String.raw`\p{L}`;
const rest = String.raw`[\p{L}\p{M}\p{N}\u00AD]`;

// A hyphen or an apostrophe joins when a letter or a digit follows: «онлайн-приём», «д’Артаньян».
const word = new RegExp(String.raw`${letter}${rest}*(?:[-\u2010\u2011'’ʼ][\p{L}\p{N}]${rest}*)*`, 'uy');

/** The end of the word that starts here. */
export function matchWord(text: string, start: number): number | undefined {
  return match(word, text, start);
}

// What a line of a list begins with: «1.», «1.1.», «1.1 Настоящие», «1)», «а)», «(1)», «II.», «–».
// The dot of «1.» needs a space or a capital after it, so that «1.5 миллиона» and dates stay numbers; a numeral has
// at most three digits, so that «2024. …» is a year.
const marks = [
  /(?:\d{1,3}\.){1,6}(?=\s*$|\s|[«"]?\p{Lu})/uy,
  /\d{1,3}(?:\.\d{1,3}){1,5}(?=\s+[«"]?\p{Lu})/uy,
  /\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|\p{Ll})\)(?=\s|[\p{L}«])/uy,
  /[IVXLCХІ]{1,7}[.)](?=\s|\p{Lu})/uy,
  /[-\u2010-\u2015\u2022\u2023\u25AA\u25CF\u25E6\u00B7*](?=\s)/uy,
];

/** The end of the list mark that starts here, at the start of a line. */
export function matchMark(text: string, start: number): number | undefined {
  return firstMatch(marks, text, start);
}

// «+7 (383) 238-60-62», «8-800-775-50-05», «8(383)-228-67-88»
const phone =
  /(?:\+7|8)[ \u00A0-]?(?:\(\d{3,5}\)|\d{3,5})[ \u00A0-]{0,2}\d{1,3}(?:[ \u00A0\u2013-]\d{2}){2}(?!\d)/uy;
// «1 500,50»: groups of three digits
const grouped = /\d{1,3}(?:[ \u00A0\u202F]\d{3}(?!\d))+(?:,\d+)?(?![\p{L}\d])/uy;
// A measure that touches its number is a word of its own: «2024г.», «10кг».
const measure = 'гг?|кг|мг|см|мм|км|м|га|руб|р|коп|тыс|млн|млрд|ч|мин|сек|с|шт|л|т|чел|экз';
// «102/53», «12.03.2026», «9:30», «1,5», «2023–2024», «210-ФЗ», «2325-Н/17А», «73-ПГ.10/2024/Вн», «117А»
const compound = new RegExp(
  String.raw`\d+(?:[.,:]\d+|[-/\u2010-\u2015\u2212]?\d+|(?:[-/\u2010-\u2015\u2212]|(?!(?:${measure})(?!\p{L})))\p{L}[\p{L}\p{M}\u00AD]*)*`,
  'uy',
);
const adjective = /^\d+[-\u2010\u2011]?\p{Ll}{4,}$/u;

/** The number that starts here; «20-летний» is a word. */
export function matchNumber(text: string, start: number): { end: number; isWord: boolean } | undefined {
  if (!isDigit(text.charCodeAt(start)) && text[start] !== '+') return undefined;
  const end = firstMatch([phone, grouped, compound], text, start);
  return end === undefined
    ? undefined
    : { end, isWord: end - start < 64 && adjective.test(text.slice(start, end)) };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

// Most words are no address, and this is cheaper than all the patterns below.
const addressCandidate = /[\p{L}\p{N}_%+-]{1,64}(?:[.@]|:\/\/)/uy;

const addresses = [
  /(?:https?|ftp):\/\/[^\s<>«»"“”„\uFFFC]+/iuy,
  /www\.[^\s<>«»"“”„\uFFFC]+/iuy,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy,
  // Bare domains: only endings in use here, because «слово.Слово» is a missing space.
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}(?:ru|рф|su|com|org|net|gov|info|me|io|дети|москва|рус)(?![\p{L}\p{N}-])(?:\/[^\s<>«»"“”„\uFFFC]*)?/iuy,
];

// Marks that end a sentence or close a bracket are not part of the address before them.
const trailing = /[.,;:!?…'’*]/;

/** The end of the address that starts here. */
export function matchAddress(text: string, start: number): number | undefined {
  if (match(addressCandidate, text, start) === undefined) return undefined;
  let end = firstMatch(addresses, text, start);
  if (end === undefined) return undefined;
  let open = 0;
  for (let index = start; index < end; index++) open += bracket(text[index]);
  for (; end > start; end--) {
    const last = text[end - 1] ?? '';
    if (last === ')' && open < 0) open++;
    else if (!trailing.test(last)) return end;
  }
  return undefined;
}

function bracket(character: string | undefined): number {
  if (character === '(') return 1;
  return character === ')' ? -1 : 0;
}

const spaced = /\p{L}(?:[ \u00A0\t]\p{L}(?![\p{L}\p{M}\p{N}.)])){3,40}/uy;
const oneLetterWords = new Set('абвжикосуэяАБВЖИКОСУЭЯ');

/** The end of the letter-spaced word that starts here: «п р и к а з ы в а ю», but not «и в с» and not «а б в г». */
export function matchSpaced(text: string, start: number): number | undefined {
  if (text[start + 1] !== ' ' && text[start + 1] !== '\u00A0' && text[start + 1] !== '\t') return undefined;
  const end = match(spaced, text, start);
  if (end === undefined) return undefined;
  const letters = [...text.slice(start, end).replace(/\s/g, '')];
  if (letters.every((item) => oneLetterWords.has(item))) return undefined;
  return isAlphabetical(letters) ? undefined : end;
}

function isAlphabetical(letters: readonly string[]): boolean {
  return letters.every((item, index) => index === 0 || item > (letters[index - 1] ?? ''));
}

// «...», «?!» are one sign, so are runs of the same sign; brackets and quotes stand alone.
const terminators = /[.!?…]+/uy;
const bracketsAndQuotes = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']/uy;
const run = /(.)\1*/suy;
const punctuation = /^\p{P}/u;

/** The end of the sign that starts here. */
export function matchPunctuation(text: string, start: number): { end: number; isPunctuation: boolean } {
  const end = firstMatch([terminators, bracketsAndQuotes, run], text, start) ?? start + 1;
  return { end, isPunctuation: punctuation.test(text.slice(start, start + 2)) };
}

function firstMatch(patterns: readonly RegExp[], text: string, start: number): number | undefined {
  for (const pattern of patterns) {
    const end = match(pattern, text, start);
    if (end !== undefined) return end;
  }
  return undefined;
}

function match(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Whether white space ends a line. */
export function hasLineEnd(space: string): boolean {
  return /[\n\r\u0085\u2028\u2029\f\v]/.test(space);
}
