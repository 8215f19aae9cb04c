import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import { genitivesAfter, isGenitive, withTail } from './phrase.ts';
import { endOf, type Part, type Place, wordsUpTo } from './place.ts';

/** More names in a row nobody writes. */
const mostNames = 4;

/**
 * The phrase with the numbers and the names in quotation marks right after it, and with the genitives after these:
 * «школой № 5 города Омска», «клубом «Юность»», «жильцами дома 15». Undefined when it is not sure what a number counts
 * or whom a name names; `before` is where the next part begins.
 */
export function withNames(place: Place, part: Part, before: number): Part | undefined {
  let whole = part;
  for (let turn = 0; turn < mostNames; turn++) {
    const next = quotedAfter(place, whole, before) ?? numberedAfter(place, whole, before);
    if (next === 'doubtful') return undefined;
    if (next === undefined) break;
    whole = withGenitives(place, next, before);
  }
  return namesSomebodyElse(place, part.first, whole.last) ? undefined : whole;
}

type Extended = Part | 'doubtful' | undefined;

const quoted = /^\s+(?:«(?:[^«»]|«[^«»]*»)*»|„[^„“]*“|"[^"]*")/;

function quotedAfter(place: Place, part: Part, before: number): Extended {
  const { text } = place.document;
  const end = endOf(place, part);
  const rest = text.slice(end, place.sentence.end);
  if (!/^\s+[«„"]/.test(rest)) return undefined;
  const [own] = quoted.exec(rest) ?? [];
  if (own === undefined) return 'doubtful';
  const last = wordsUpTo(place, end + own.length) - 1;
  return last >= before
    ? 'doubtful'
    : { first: part.first, last, end: end + own.length, text: part.text + own };
}

/** A number that names: of a house, a school, a department. */
function numberedAfter(place: Place, part: Part, before: number): Extended {
  const at = part.last + 1;
  const word = place.sentence.words[at];
  if (word === undefined || at >= before || word.kind !== 'number') return undefined;
  const between = place.document.text.slice(endOf(place, part), word.start);
  if (/^\s+№\s*$/.test(between)) return withTail(place, part, at);
  if (between.trim() !== '' || isTime(place, at)) return undefined;
  const isCounting = place.sentence.words[at + 1]?.parses[0]?.partOfSpeech === 'NOUN' && at + 1 < before;
  const isPerson = part.last === place.agent.index && (place.agent.noun.grammemes & Grammeme.anim) !== 0;
  return isCounting || isPerson ? 'doubtful' : withTail(place, part, at);
}

const times: ReadonlySet<string> = new Set([
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь'],
  ...['ноябрь', 'декабрь', 'раз', 'день', 'час', 'минута', 'неделя', 'месяц', 'сутки'],
]);

/** «5 мая», «15.05.2026», «3 раза»: when or how often. */
export function isTime({ sentence }: Place, at: number): boolean {
  const [word, next] = sentence.words.slice(at, at + 2);
  if (word?.kind !== 'number') return false;
  return (
    /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(word.text) || [...(next?.keys ?? [])].some((key) => times.has(key))
  );
}

/** «клубом «Юность» Ленинского района». */
function withGenitives(place: Place, part: Part, before: number): Part {
  const at = part.last + 1;
  const word = place.sentence.words[at];
  if (word === undefined || at >= before || !isGenitive(word)) return part;
  if (place.document.text.slice(endOf(place, part), word.start).trim() !== '') return part;
  const isNoun = word.parses.some(({ partOfSpeech }) => partOfSpeech === 'NOUN');
  const last = genitivesAfter(place, at, before);
  return isNoun || last > at ? withTail(place, part, last) : part;
}

const isName = ({ tag }: Parse): boolean => /\b(?:Surn|Name|Patr)\b/.test(tag);

/** «специалистом отдела Котовой»: she is the specialist, or the department is hers. «Школой Анны Котовой» is hers. */
function namesSomebodyElse({ sentence, agent }: Place, first: number, last: number): boolean {
  const after = sentence.words.slice(Math.max(first, agent.index + 1), last + 1);
  const isOpen = (word: Word) =>
    word.parses.some((parse) => isName(parse) && (parse.grammemes & Grammeme.ablt) !== 0);
  const isOwned = after.some((word) => word.parses.some(isName) && !isOpen(word));
  return !isOwned && after.some(isOpen);
}
