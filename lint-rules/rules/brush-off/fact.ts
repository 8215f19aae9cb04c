import { Grammeme } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { within } from '../../finding.ts';
import type { Span } from '../../types.ts';

/**
 * What a sentence gives the reader to check.
 *
 * - `answer`: a day, a sum, a phone, a name, a count: something about what will be done;
 * - `reference`: only the number of an act or of the reader's own letter: it says where to look, not what will be done.
 */
export type Fact = 'answer' | 'reference';

/** Words that only dates have. «Май» and «среда» have homonyms and stand beside a number anyway. */
const calendar = new Set(
  `январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь
  понедельник вторник четверг пятница суббота воскресенье завтра послезавтра`.split(/\s+/),
);

/** Numerals that count nothing. */
const vague = new Set(['несколько', 'сколько', 'столько', 'много', 'мало', 'немного', 'один']);

/** Acts: «в соответствии с Федеральным законом от 02.05.2006 № 59-ФЗ», «п. 4.6 Правил». */
const act =
  /(?:закон|приказ|постановлени|распоряжени|кодекс|регламент|указ|порядк|правил)[a-zа-яё]*(?![a-zа-яё])(?:[^.!?\d]|\d{1,2}\.\d{2}\.\d{4}|\d{1,2}\s[a-zа-яё]+\s\d{4}){0,80}?(?:№|N)\s*[\d/.-]+(?:-?[a-zа-яё]+)?|(?:стать[a-zа-яё]*|ст\.|пункт[a-zа-яё]*|п\.|част[a-zа-яё]{1,3}|ч\.|подпункт[a-zа-яё]*)\s*\d[\d.]*|\d+-ФЗ/giu;

/** The reader's own letter: «обращение от 05.05.2026 № 318», «обращение № 318». */
const ownLetter =
  /(?:обращени|заявлени|письм|запрос|жалоб|заявк|сообщени|вход)[a-zа-яё]*\s*(?:\([^)]{0,60}\)|(?:,?\s*(?:поступивше[a-zа-яё]+|зарегистрированн[a-zа-яё]+|от|за|под|вх\.?|номер[a-zа-яё]*|№|N))+\s*(?:\d{1,2}\s[a-zа-яё]+\s\d{4}(?:\s*(?:г\.|года))?|\d[\d./-]*(?:\s*г\.)?)(?:\s*(?:под\s+)?(?:номер[a-zа-яё]*|№|N)\s*[\da-zа-яё/.-]+)?)/giu;

/** The fact in a sentence outside of a range, if there is one. */
export function factIn(document: Document, sentence: Sentence, except?: Span): Fact | undefined {
  let references: readonly Span[] | undefined;
  let fact: Fact | undefined;
  for (const [index, word] of sentence.words.entries()) {
    if (except && word.start < except.end && word.end > except.start) continue;
    if (!isFact(document, sentence, index)) continue;
    references ??= [...ranges(document, sentence, act), ...ranges(document, sentence, ownLetter)];
    if (!references.some((one) => within(word, one))) return 'answer';
    fact = 'reference';
  }
  return fact;
}

function ranges({ text }: Document, { start, end }: Sentence, pattern: RegExp): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
}

function isFact(document: Document, { words, start }: Sentence, index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.kind === 'number') return !isNumbering(document, word, start);
  if (word.kind === 'address' || word.kind === 'variable') return true;
  if (word.folded === 'сегодня' || word.parses.some(({ lemma }) => calendar.has(lemma))) return true;
  if (word.parses[0]?.partOfSpeech === 'NUMR' && !vague.has(word.parses[0].lemma)) return true;
  if (!isSurname(word) || !isName(words[index + 1] ?? words[index - 1])) return false;
  return !words.slice(Math.max(0, index - 3), index).some(isGreeting);
}

/** «1. Ваш вопрос …» */
function isNumbering({ text }: Document, word: Word, start: number): boolean {
  return word.start === start && /^[\d.]*\d[.)]?\s/.test(text.slice(word.start, word.end + 2));
}

/** The name after it is the reader's own. */
function isGreeting({ folded }: Word): boolean {
  return /^(?:уважаем|здравствуй|дорог|многоуважаем)/.test(folded);
}

function isSurname(word: Word): boolean {
  return isName(word) && /^\p{Lu}/u.test(word.text);
}

function isName(word: Word | undefined): boolean {
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  return word.kind === 'abbreviation' || word.parses.some(({ grammemes }) => grammemes & Grammeme.name);
}
