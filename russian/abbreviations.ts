import { hasLineEnd } from './shapes.ts';
import type { AbbreviationClass, Token } from './token.ts';

const open: ReadonlySet<string> = new Set([
  // acts and their parts
  ...['ст', 'ч', 'п', 'пп', 'подп', 'абз', 'гл', 'разд', 'прил', 'ред', 'утв', 'прим', 'изд', 'сост', 'отв'],
  // addresses
  ...[
    'г',
    'гг',
    'ул',
    'д',
    'кв',
    'пр',
    'пер',
    'пл',
    'наб',
    'ш',
    'бул',
    'корп',
    'обл',
    'с',
    'дер',
    'пос',
    'пгт',
  ],
  ...['мкр', 'оф', 'просп', 'тер', 'влад', 'помещ', 'респ'],
  // people
  ...['им', 'проф', 'акад', 'доц', 'канд', 'зам', 'зав', 'гр', 'тов', 'исп', 'и', 'о'],
  // references
  ...[
    'см',
    'ср',
    'напр',
    'т',
    'к',
    'е',
    'н',
    'ок',
    'св',
    'вх',
    'исх',
    'рег',
    'сокр',
    'букв',
    'эл',
    'моб',
    'ж',
  ],
]);

/** Words like any other, unless a number follows. */
const openBeforeNumber: ReadonlySet<string> = new Set([
  ...[
    'рис',
    'табл',
    'тел',
    'доб',
    'эт',
    'каб',
    'стр',
    'л',
    'лит',
    'илл',
    'том',
    'вып',
    'факс',
    'окт',
    'комн',
  ],
  ...['янв', 'февр', 'апр', 'авг', 'сент', 'нояб', 'дек', 'под'],
]);

const measures: ReadonlySet<string> = new Set([
  ...[
    'руб',
    'р',
    'коп',
    'тыс',
    'млн',
    'млрд',
    'трлн',
    'г',
    'гг',
    'в',
    'вв',
    'мин',
    'сек',
    'ч',
    'чел',
    'шт',
    'экз',
  ],
  ...[
    'м',
    'км',
    'га',
    'кг',
    'т',
    'л',
    'ед',
    'стр',
    'с',
    'сут',
    'мес',
    'кв',
    'куб',
    'нед',
    'янв',
    'февр',
    'апр',
  ],
  ...['авг', 'сент', 'окт', 'нояб', 'дек'],
]);

/** «т. д.», «т. п.», «др.», «пр.», «н. э.»: by the word before them. */
const closings: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['д', new Set(['т'])],
  ['п', new Set(['т'])],
  ['др', new Set(['и', 'или'])],
  ['пр', new Set(['и', 'или'])],
  ['э', new Set(['н'])],
]);

const initial = /^\p{Lu}$/u;
// «ст. 5», «рис. 2», «тел. +7», «им. № 5»
const numberAhead = /\.\s{0,3}[\d№+IVX]/uy;
// «им. Пушкина», «им. В. И. Ленина», «им. 50-летия»: a name in the genitive, otherwise «им» is the pronoun.
const nameAhead =
  /\.\s{0,3}(?:\p{Lu}\.|\d|«|\p{Lu}\p{Ll}{1,40}(?:ова|ева|ёва|ина|ына|ого|его|ой|ая|ко|[бвгджзклмнпрстфхцчшщй]а|я)(?!\p{L}))/uy;

/**
 * The class of the shortened word that ends before the full stop at `end`; undefined if it is no abbreviation.
 * `before` are the tokens before it.
 */
export function abbreviationClass(
  text: string,
  start: number,
  end: number,
  before: readonly Token[],
): AbbreviationClass | undefined {
  if (text[end] !== '.' || text[end + 1] === '.' || text[end + 1] === '…' || end - start > 6)
    return undefined;
  const written = text.slice(start, end);
  if (initial.test(written)) return 'initial';
  const word = written.toLowerCase();
  if (closings.get(word)?.has(previousWord(before)?.word.toLowerCase() ?? '')) return 'closing';
  if (measures.has(word) && followsNumber(before)) return 'measure';
  if (word === 'им') return test(nameAhead, text, end) ? 'open' : undefined;
  if (open.has(word)) return 'open';
  return openBeforeNumber.has(word) && test(numberAhead, text, end) ? 'open' : undefined;
}

/** The word before, on the same line: «№ 102/53» above «г. Новосибирск» has nothing to do with it. */
function previousWord(before: readonly Token[]): Token | undefined {
  const last = before.at(-1);
  if (last?.kind !== 'space') return last;
  return hasLineEnd(last.text) ? undefined : before.at(-2);
}

const roman = /^[IVXLCХІ]+$/;

/** Whether a number stands before, perhaps with other measures between: «5 тыс. руб.», «XIX в.». */
function followsNumber(before: readonly Token[]): boolean {
  const token = previousWord(before);
  if (token === undefined) return false;
  if (token.kind === 'number' || roman.test(token.word)) return true;
  return token.kind === 'abbreviation' && measures.has(token.word.toLowerCase());
}

function test(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}
