import { Grammeme, type Grammemes, type Parse } from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import { adjectives } from '../../../morphology/adjective.ts';
import { adjacent, recase } from '../../../morphology/noun-phrase.ts';
import { endOf, type Part, type Place } from './place.ts';

/** Possessives that never change: «его заявление». */
export const possessives: ReadonlySet<string> = new Set(['его', 'ее', 'их']);

/**
 * The noun at the index with its adjectives, in another case. What follows the noun is not looked at. Undefined when a
 * word before may belong to it but does not agree: a number, an adjective of its own.
 */
export function nounPhrase(place: Place, head: number, from: Grammemes, to: Grammemes): Part | undefined {
  const { document, dictionary, sentence, clause } = place;
  const words = sentence.words.slice(0, head + 1);
  for (let first = Math.max(clause.first, head - 3); first <= head; first++) {
    const found = recase(document, dictionary, { ...sentence, words }, first, from, to);
    if (found?.last !== head || words[first]?.folded === 'то') continue;
    const before = first > clause.first ? words[first - 1] : undefined;
    const near = before !== undefined && adjacent(document, before, words[first]);
    const isThen = first - 1 === clause.first && before?.folded === 'то';
    return near && !isThen && belongs(before, from) ? undefined : { first, last: head, text: found.text };
  }
  return undefined;
}

const binding: ReadonlySet<string> = new Set(['NUMR', 'PREP', 'ADJF', 'PRTF']);

function belongs(before: Word, from: Grammemes): boolean {
  const [likeliest] = before.parses;
  if (before.kind === 'number' || binding.has(likeliest?.partOfSpeech ?? '')) return true;
  return adjectives(before).some(({ grammemes, probability }) => grammemes & from && probability > 0.1);
}

/** Index of the last word of what a noun governs in the genitive: «отделом социальных выплат». */
export function genitivesAfter(place: Place, head: number, before: number): number {
  let last = head;
  for (let at = head + 1; at < before && isNext(place, at); at++) {
    const word = place.sentence.words[at];
    // «органом опеки и попечительства».
    if (word?.folded === 'и' && at > head + 1) continue;
    if (word === undefined || !isGenitive(word)) break;
    // An adjective at the end has no noun: it belongs elsewhere.
    if (word.parses.some(({ partOfSpeech }) => partOfSpeech === 'NOUN')) last = at;
  }
  return last;
}

/** What tells how it was done, not who did it: «по результатам проверки». */
const grounds: ReadonlySet<string> = new Set([
  ...[
    'договор',
    'жалоба',
    'заявка',
    'заявление',
    'инициатива',
    'итог',
    'обращение',
    'основание',
    'поручение',
  ],
  ...[
    'правило',
    'представление',
    'просьба',
    'решение',
    'результат',
    'согласование',
    'соглашение',
    'требование',
  ],
  ...['ходатайство', 'истечение', 'окончание', 'мера', 'умолчание', 'желание', 'запрос', 'адрес', 'телефон'],
  ...['почта', 'номер', 'ссылка', 'факт', 'причина', 'мнение', 'возможность', 'состояние', 'приказ', 'закон'],
  ...['постановление', 'статья', 'пункт', 'образец', 'план', 'график', 'указание', 'рекомендация', 'заказ'],
  ...['протокол', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье', 'день'],
]);

/** «комиссией по делам несовершеннолетних», «органом в области связи»: which one it is. */
export function purposeAfter(place: Place, head: number, before: number): number {
  const { words } = place.sentence;
  const preposition = words[head + 1];
  const noun = words[head + 2];
  if (head + 2 >= before || preposition === undefined || noun === undefined || !isNext(place, head + 1))
    return head;
  const names =
    (preposition.folded === 'по' && ![...noun.keys].some((key) => grounds.has(key))) ||
    (preposition.folded === 'в' && (noun.keys.has('область') || noun.keys.has('сфера')));
  if (!names) return head;
  let last = head + 1;
  while (last + 1 < before && isNext(place, last + 1)) {
    const partOfSpeech = words[last + 1]?.parses[0]?.partOfSpeech ?? '';
    if (!['NOUN', 'ADJF', 'PRTF', 'NPRO'].includes(partOfSpeech)) break;
    last++;
  }
  // «по действующему на этот день курсу» goes on.
  return words[last]?.parses[0]?.partOfSpeech === 'PRTF' ? head : last;
}

/** The words after a phrase up to another, unchanged, joined to it. */
export function withTail(place: Place, part: Part, last: number): Part {
  if (last <= part.last) return part;
  const { document, sentence } = place;
  const tail = document.text.slice(endOf(place, part), sentence.words[last]?.end);
  return { first: part.first, last, text: part.text + tail };
}

/** Only white space stands between a word and the one before it. */
export function isNext({ document, sentence }: Place, at: number): boolean {
  return adjacent(document, sentence.words[at - 1], sentence.words[at]);
}

/** Whether the word is likely to be in the genitive. */
export function isGenitive({ parses, folded }: Word): boolean {
  if (possessives.has(folded)) return true;
  const weight = parses.reduce(
    (sum, parse) => sum + (isNominalIn(parse, Grammeme.gent) ? parse.probability : 0),
    0,
  );
  return weight >= 0.25;
}

/** Whether the word may be a noun or an adjective in the case. */
export function isNominalIn({ partOfSpeech, grammemes }: Parse, wanted: Grammemes): boolean {
  return ['NOUN', 'ADJF', 'PRTF'].includes(partOfSpeech) && (grammemes & wanted) !== 0;
}
