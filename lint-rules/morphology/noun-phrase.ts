import {
  animacies,
  cases,
  type Dictionary,
  Grammeme,
  type Grammemes,
  genders,
  numbers,
  type Parse,
} from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../document.ts';
import { adjectiveForm, adjectives } from './adjective.ts';
import { agree } from './agreement.ts';
import { likeCase } from './case.ts';

/** A noun phrase put into another case. */
export interface Recased {
  readonly text: string;
  /** Index of its last word that was looked at. */
  readonly last: number;
}

/** Possessives that never change. */
const fixed = new Set(['его', 'ее', 'их']);

/**
 * Puts the noun phrase that begins at the word `start` from one case into another: adjectives and the noun change,
 * what the noun governs stays («получения субсидии» → «получении субсидии»). Undefined unless it is certain: a number,
 * an unknown word, a second noun in the same case or a participle after the comma make it doubtful.
 */
export function recase(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  start: number,
  from: Grammemes,
  to: Grammemes,
): Recased | undefined {
  if (from === Grammeme.gent && to === Grammeme.accs && isCounted(sentence.words[start]))
    return recaseCounted(document, dictionary, sentence, start);
  const first = recaseOne(document, dictionary, sentence, start, from, to, true);
  if (first !== undefined || !mayBeJoined(to)) return first;
  return recaseJoined(document, dictionary, sentence, start, from, to);
}

/** What the fixes put after a verb; a subject of two nouns would change the verb too. */
function mayBeJoined(to: Grammemes): boolean {
  return to !== Grammeme.nomn;
}

/** What is done rather than what it is done to: «оформления» in «получения справки и оформления визы». */
const action = /(?:[аеяи]ние|тие|ация|яция|иция|ировка|ача)$/;

/** These look like actions, but are papers and places as a rule. */
const things = new Set([
  ...['заявление', 'решение', 'обращение', 'сведение', 'предложение', 'помещение', 'здание', 'учреждение'],
  ...['отделение', 'уведомление', 'возражение', 'разрешение', 'объявление', 'значение', 'имущество'],
]);

/** «сроков и порядка» → «сроки и порядок», when both nouns are surely objects of the same word. */
function recaseJoined(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  start: number,
  from: Grammemes,
  to: Grammemes,
): Recased | undefined {
  const first = recaseOne(document, dictionary, sentence, start, from, to, false);
  const joint = sentence.words[(first?.last ?? start) + 1];
  if (first === undefined || joint === undefined || !['и', 'или', 'либо'].includes(joint.folded))
    return undefined;
  const [head, next] = [sentence.words[first.last], sentence.words[first.last + 2]];
  if (!adjacent(document, head, joint) || !adjacent(document, joint, next)) return undefined;
  const second = recaseOne(document, dictionary, sentence, first.last + 2, from, to, true);
  if (second === undefined) return undefined;
  const isAction = (at: number) =>
    sentence.words[at]?.parses.some(
      ({ partOfSpeech, lemma }) => partOfSpeech === 'NOUN' && action.test(lemma) && !things.has(lemma),
    );
  if (isAction(second.last) && !isAction(first.last)) return undefined;
  return { text: `${first.text} ${joint.text} ${second.text}`, last: second.last };
}

/** «двадцати одного»: numbers of several words, of which only the last would decide. */
function isCompound(number: Word, next: Word | undefined): boolean {
  return number.kind !== 'number' && next !== undefined && (isCounted(next) || next.keys.has('один'));
}

function isCounted(word: Word | undefined): boolean {
  return word !== undefined && (word.kind === 'number' || word.parses[0]?.partOfSpeech === 'NUMR');
}

/** Numbers whose noun stands in the genitive singular, and in the accusative so: «трёх заявлений» → «три заявления». */
const few = new Set(['два', 'три', 'четыре', 'оба']);

/** «трёх заявлений» → «три заявления», «12 школ» → «12 школ», «22 школ» → «22 школы». */
function recaseCounted(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  start: number,
): Recased | undefined {
  const number = sentence.words[start];
  if (number === undefined || isCompound(number, sentence.words[start + 1])) return undefined;
  for (let head = start + 1; head < start + 4; head++) {
    const word = sentence.words[head];
    if (word === undefined || !adjacent(document, sentence.words[head - 1], word)) return undefined;
    const modifiers = sentence.words.slice(start + 1, head);
    const [noun] = word.kind === 'word' ? nounsOf(word, modifiers, Grammeme.gent) : [];
    const next = sentence.words[head + 1];
    const isModifier = adjectives(word).some((one) => continues(document, one, word, next, Grammeme.gent));
    if (noun === undefined || isModifier) {
      if (adjectives(word).some(({ grammemes }) => grammemes & Grammeme.gent)) continue;
      return undefined;
    }
    const counted = accusativeOf(dictionary, number, noun, modifiers.length > 0);
    if (counted === undefined || isOpen(document, sentence, head, Grammeme.gent, [noun])) return undefined;
    const changed = modifiers.map((one) => countedModifier(dictionary, one, number, noun));
    if (changed.includes(undefined)) return undefined;
    const middle = changed.map((text) => `${text} `).join('');
    return { text: `${counted.number} ${middle}${likeCase(counted.noun, word.text)}`, last: head };
  }
  return undefined;
}

/** «трёх новых законов» → «три новых закона», «трёх новых школ» → «три новые школы». */
function countedModifier(
  dictionary: Dictionary,
  modifier: Word,
  number: Word,
  noun: Parse,
): string | undefined {
  const own = adjectives(modifier).find(({ grammemes }) => grammemes & Grammeme.gent);
  const isFew = number.kind === 'number' ? /(?:^|[^1])[234]$/.test(number.text) : isFewWord(number);
  const changes = isFew && noun.grammemes & Grammeme.femn && (noun.grammemes & Grammeme.anim) === 0;
  if (!changes || own === undefined) return modifier.text;
  return dictionary.inflect(own, Grammeme.nomn | Grammeme.plur);
}

function isFewWord({ parses }: Word): boolean {
  return parses.some(({ partOfSpeech, lemma }) => partOfSpeech === 'NUMR' && few.has(lemma));
}

/** A number and its noun in the accusative. */
function accusativeOf(
  dictionary: Dictionary,
  word: Word,
  noun: Parse,
  hasModifier: boolean,
): { number: string; noun: string } | undefined {
  const plural = dictionary.inflect(noun, Grammeme.gent | Grammeme.plur);
  const singular = dictionary.inflect(noun, Grammeme.gent | Grammeme.sing);
  const accusative = dictionary.inflect(noun, Grammeme.accs | Grammeme.sing);
  const alive = (noun.grammemes & Grammeme.anim) !== 0;
  if (plural === undefined || singular === undefined || accusative === undefined) return undefined;
  if (word.kind === 'number') {
    if (!/\d$/.test(word.text)) return undefined;
    const digits = word.text.replace(/\D/g, '').slice(-2);
    const isTeen = /^1\d$/.test(digits);
    if (isTeen || /[05-9]$/.test(digits)) return { number: word.text, noun: plural };
    if (/1$/.test(digits)) return hasModifier ? undefined : { number: word.text, noun: accusative };
    return { number: word.text, noun: alive ? plural : singular };
  }
  const numeral = word.parses.find(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NUMR' && (grammemes & Grammeme.gent) !== 0,
  );
  if (numeral === undefined || numeral.lemma === 'один' || /Coll/.test(numeral.tag)) return undefined;
  const isFew = few.has(numeral.lemma);
  if (isFew && alive) return { number: word.text, noun: plural };
  // «две», «обе» agree with their noun.
  const gender = numeral.lemma === 'два' || numeral.lemma === 'оба' ? noun.grammemes & genders : 0;
  const form =
    dictionary.inflect(numeral, Grammeme.accs | gender | (isFew || !alive ? Grammeme.inan : 0)) ??
    dictionary.inflect(numeral, Grammeme.accs | gender);
  return form === undefined
    ? undefined
    : { number: likeCase(form, word.text), noun: isFew ? singular : plural };
}

/** One noun with its adjectives; with `whole` only when nothing is joined to it. */
function recaseOne(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  start: number,
  from: Grammemes,
  to: Grammemes,
  whole: boolean,
): Recased | undefined {
  const { words } = sentence;
  for (let head = start; head < start + 4; head++) {
    const word = words[head];
    if (word === undefined || (head > start && !adjacent(document, words[head - 1], word))) return undefined;
    const modifiers = words.slice(start, head);
    const nouns = word.kind === 'word' ? nounsOf(word, modifiers, from) : [];
    if (nouns.length === 0) {
      if (adjectives(word).some((parse) => parse.grammemes & from) || fixed.has(word.folded)) continue;
      return undefined;
    }
    // «рабочих документов»: the adjective that could be a noun too belongs to the next word.
    if (adjectives(word).some((parse) => continues(document, parse, word, words[head + 1], from))) continue;
    if (whole && isOpen(document, sentence, head, from, nouns)) return undefined;
    return inflectPhrase(document, dictionary, modifiers, word, nouns, from, to, head);
  }
  return undefined;
}

/** Only white space stands between two words. */
export function adjacent(document: Document, left: Word | undefined, right: Word | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return /^\s+$/.test(document.text.slice(left.end, right.start));
}

const functionWords: ReadonlySet<string> = new Set(['PREP', 'CONJ', 'PRCL']);

function nounsOf(word: Word, modifiers: readonly Word[], from: Grammemes): Parse[] {
  // «в» may be short for «век», but it is not.
  if (functionWords.has(word.parses[0]?.partOfSpeech ?? '')) return [];
  const fitting = word.parses.filter(
    (noun) =>
      noun.partOfSpeech === 'NOUN' &&
      (noun.grammemes & from) !== 0 &&
      modifiers.every(
        (modifier) =>
          fixed.has(modifier.folded) ||
          adjectives(modifier).some((parse) => parse.grammemes & from && agree(parse, noun)),
      ),
  );
  // «счётчик» is a thing, seldom a person who counts.
  const isThing = ({ lemma }: Parse) =>
    fitting.some((noun) => noun.lemma === lemma && (noun.grammemes & animacies) === Grammeme.inan);
  return fitting.filter((noun) => (noun.grammemes & Grammeme.anim) === 0 || !isThing(noun));
}

function continues(
  document: Document,
  adjective: Parse,
  word: Word,
  next: Word | undefined,
  from: Grammemes,
): boolean {
  if (next === undefined || !adjacent(document, word, next) || (adjective.grammemes & from) === 0)
    return false;
  // «обработку данных участников»: what they told of themselves rather than «these people».
  const isData = word.folded === 'данных';
  return next.parses.some(
    (noun) =>
      noun.partOfSpeech === 'NOUN' && !(isData && noun.grammemes & Grammeme.anim) && agree(adjective, noun),
  );
}

/** Whether the phrase may go on in the same case: «сроков и порядка», «заявления, поданного…», «министром Ивановым». */
function isOpen(
  document: Document,
  { words }: Sentence,
  head: number,
  from: Grammemes,
  nouns: readonly Parse[],
): boolean {
  const noun = words[head];
  const next = words[head + 1];
  if (noun === undefined || next === undefined) return false;
  const between = document.text.slice(noun.end, next.start).trim();
  const inCase = (word: Word | undefined) => word?.parses.some((parse) => parse.grammemes & from) ?? false;
  const conjunction = ['и', 'или', 'либо', 'а'].includes(next.folded);
  if (conjunction) return inCase(words[head + 2]);
  if (between === ',') return inCase(next);
  if (between !== '' || functionWords.has(next.parses[0]?.partOfSpeech ?? '')) return false;
  // «сотрудниками МЧС»: what has no cases is a genitive after a noun.
  if (from !== Grammeme.gent)
    return !isWithoutCases(next) && next.parses.some((parse) => isNominal(parse) && parse.grammemes & from);
  const person = nouns.some((parse) => parse.grammemes & Grammeme.anim);
  return person && next.parses.some((parse) => parse.grammemes & Grammeme.name && parse.grammemes & from);
}

function isWithoutCases({ parses: [first] }: Word): boolean {
  return first !== undefined && /\bFixd\b/.test(first.tag) && /\bAbbr\b/.test(first.tag);
}

function isNominal({ partOfSpeech }: Parse): boolean {
  return partOfSpeech === 'NOUN' || partOfSpeech === 'ADJF' || partOfSpeech === 'PRTF';
}

function inflectPhrase(
  document: Document,
  dictionary: Dictionary,
  modifiers: readonly Word[],
  head: Word,
  nouns: readonly Parse[],
  from: Grammemes,
  to: Grammemes,
  last: number,
): Recased | undefined {
  const texts = new Set<string>();
  for (const noun of nouns) {
    const form = nounForm(dictionary, noun, to);
    if (form === undefined) return undefined;
    const changed = modifiers.map((modifier) => modifierForm(dictionary, modifier, noun, from, to));
    const pieces: string[] = [];
    for (const [index, modifier] of modifiers.entries()) {
      const own = changed[index];
      if (own === undefined) return undefined;
      const next = modifiers[index + 1] ?? head;
      pieces.push(likeCase(own, modifier.text), document.text.slice(modifier.end, next.start));
    }
    const text = pieces.join('') + likeCase(form, head.text);
    texts.add(text);
  }
  const [text] = texts;
  return texts.size === 1 && text !== undefined ? { text, last } : undefined;
}

/** The noun in another case, in its own number. */
export function nounForm(dictionary: Dictionary, noun: Parse, to: Grammemes): string | undefined {
  if (/\bFixd\b/.test(noun.tag)) return noun.lemma;
  if (!noun.known) return undefined;
  return dictionary.inflect(noun, to | (noun.grammemes & numbers));
}

function modifierForm(
  dictionary: Dictionary,
  modifier: Word,
  noun: Parse,
  from: Grammemes,
  to: Grammemes,
): string | undefined {
  if (fixed.has(modifier.folded)) return modifier.folded === 'ее' ? 'её' : modifier.folded;
  const own = adjectives(modifier).find((parse) => parse.grammemes & from && agree(parse, noun));
  if (own === undefined) return undefined;
  const keep = noun.grammemes & (numbers | genders | animacies);
  if (own.partOfSpeech === 'ADJF') return adjectiveForm(dictionary, own.lemma, (keep & ~cases) | to);
  const number = keep & numbers;
  const wanted = to | number | (number === Grammeme.sing ? keep & genders : 0);
  return dictionary.inflect(own, to & Grammeme.accs ? wanted | (keep & animacies) : wanted);
}
