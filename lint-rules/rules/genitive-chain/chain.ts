import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { agree } from '../../morphology/agreement.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';
import type { Span } from '../../types.ts';
import { isDeverbal } from '../nominalization/deverbal.ts';
import { isTerm, prepositional, titled, units } from './nouns.ts';

/** A noun in the genitive with what stands before it and agrees with it. */
export interface Link {
  /** Indexes of its first word and of its noun. */
  readonly first: number;
  readonly noun: number;
  readonly parse: Parse;
  /** How deep in the chain it is; joined nouns are equally deep. */
  readonly level: number;
}

/** Genitives that hang on one another: «соблюдения требований законодательства». */
export interface Chain {
  readonly links: readonly Link[];
  /** How many genitives hang on one another. */
  readonly depth: number;
}

/** Where chains are looked for. */
export interface Place {
  readonly document: Document;
  readonly sentence: Sentence;
  /** What each word is in its context. */
  readonly readings: readonly Parse[];
  readonly isProtected: (span: Span) => boolean;
}

/** The chains of a sentence, left to right. Names, titles, dates and sums are no links. */
export function* chains(place: Place): Generator<Chain> {
  let index = 0;
  while (index < place.sentence.words.length) {
    const first = linkAt(place, index, undefined);
    if (first === undefined) {
      index++;
      continue;
    }
    const { links, end } = chainFrom(place, first);
    if (links.length > 0) yield { links, depth: Math.max(...links.map(({ level }) => level)) };
    index = end + 1;
  }
}

/** The chain that begins with a link; its last word, counted or not. */
function chainFrom(place: Place, start: Omit<Link, 'level'>): { links: Link[]; end: number } {
  const { sentence, document } = place;
  const links: Link[] = [];
  let current: Omit<Link, 'level'> | undefined = start;
  let level = firstLevel(place, start);
  // After a body or a name everything belongs to its title.
  let closed = isTitleBefore(place, start.first);
  let end = start.noun;
  while (current !== undefined) {
    end = current.noun;
    closed ||= isName(place, current);
    if (!closed && level > 0) links.push({ ...current, level });
    closed ||= titled.has(current.parse.lemma);
    const noun: Parse = current.parse;
    const next: Omit<Link, 'level'> | undefined = adjacent(
      document,
      sentence.words[end],
      sentence.words[end + 1],
    )
      ? linkAt(place, end + 1, noun)
      : undefined;
    if (next) {
      level += isTerm(noun.lemma, next.parse.lemma) ? 0 : 1;
      current = next;
      continue;
    }
    const joined = joinedLink(place, end);
    if (joined) level = levelOfJoined(links, joined.parse, level);
    current = joined;
  }
  return { links, end };
}

/** «со дня подачи», «30 дней отпуска»: these first nouns are no links. */
function firstLevel({ sentence, readings }: Place, { first, noun, parse }: Omit<Link, 'level'>): number {
  const before = readings[first - 1];
  const isNumber = sentence.words[first - 1]?.kind === 'number' || before?.partOfSpeech === 'NUMR';
  if (isNumber || readings[first]?.partOfSpeech === 'NUMR') return units.has(parse.lemma) ? 0 : 1;
  const isPart = first === noun && before?.partOfSpeech === 'PREP' && prepositional.has(parse.lemma);
  return isPart ? 0 : 1;
}

/** Joined nouns hang on the same word; which one is not said, so the chain is counted as short as it may be. */
function levelOfJoined(links: readonly Link[], { lemma }: Parse, level: number): number {
  const sort = isDeverbal(lemma);
  return links.find(({ parse }) => isDeverbal(parse.lemma) === sort)?.level ?? level;
}

const joining = new Set(['и', 'или', 'либо']);

/** «сроков и порядка», «решений, действий». */
function joinedLink(place: Place, end: number): Omit<Link, 'level'> | undefined {
  const { document, sentence } = place;
  const [last, next] = [sentence.words[end], sentence.words[end + 1]];
  if (last === undefined || next === undefined) return undefined;
  const between = document.text.slice(last.end, next.start);
  if (/^\s+$/.test(between) && joining.has(next.folded)) return linkAt(place, end + 2, undefined);
  if (/^,\s+$/.test(between) && place.readings[end + 1]?.partOfSpeech !== 'PRTF')
    return linkAt(place, end + 1, undefined);
  return undefined;
}

/** How many words may stand before the noun of a link, and between a participle and its noun. */
export const reach = 7;

/** The link that begins at a word. `governor` is the noun right before it. */
function linkAt(place: Place, first: number, governor: Parse | undefined): Omit<Link, 'level'> | undefined {
  const { document, sentence, readings } = place;
  const modifiers: Parse[] = [];
  let participle: Parse | undefined;
  for (let at = first; at < first + reach; at++) {
    const word = sentence.words[at];
    const reading = readings[at];
    if (word === undefined || reading === undefined) return undefined;
    if (at > first && !adjacent(document, sentence.words[at - 1], word)) return undefined;
    const noun = genitiveNoun(word, reading, readings[at + 1], governor);
    if (noun && modifiers.every((modifier) => agree(modifier, noun))) return { first, noun: at, parse: noun };
    const modifier = noun ? undefined : genitiveModifier(word, reading);
    if (modifier) {
      modifiers.push(modifier);
      if (modifier.partOfSpeech === 'PRTF') participle = modifier;
    } else if (participle === undefined && !isWithinPhrase(word, reading, sentence.words[at + 1])) {
      return undefined;
    }
  }
  return undefined;
}

function genitiveNoun(
  word: Word,
  reading: Parse,
  next: Parse | undefined,
  governor: Parse | undefined,
): Parse | undefined {
  if (word.kind !== 'word') return undefined;
  if (reading.partOfSpeech !== 'NOUN') return undefined;
  if (reading.grammemes & Grammeme.gent) return reading;
  // A noun right after a noun is its genitive, unless a verb follows whose subject it may be.
  const mayBeOther = reading.grammemes & (Grammeme.nomn | Grammeme.accs);
  if (governor === undefined || !mayBeOther || isPredicate(next)) return undefined;
  return word.parses.find(
    ({ partOfSpeech, grammemes, lemma }) =>
      partOfSpeech === 'NOUN' && lemma === reading.lemma && (grammemes & Grammeme.gent) !== 0,
  );
}

function isPredicate(parse: Parse | undefined): boolean {
  return parse !== undefined && ['VERB', 'PRTS', 'ADJS', 'PRED'].includes(parse.partOfSpeech);
}

function genitiveModifier(word: Word, reading: Parse): Parse | undefined {
  const isModifier = ['ADJF', 'PRTF', 'NUMR'].includes(reading.partOfSpeech);
  if (!isModifier) return undefined;
  if (reading.grammemes & Grammeme.gent) return reading;
  return adjectives(word).find(({ grammemes }) => grammemes & Grammeme.gent);
}

const possessives = new Set(['его', 'ее', 'их']);

/** «вновь созданных», «их». */
function isWithinPhrase(word: Word, reading: Parse, next: Word | undefined): boolean {
  if (possessives.has(word.folded)) return true;
  const isAdverb = reading.partOfSpeech === 'ADVB' || reading.partOfSpeech === 'PRCL';
  return (
    isAdverb && next !== undefined && adjectives(next).some(({ grammemes }) => grammemes & Grammeme.gent)
  );
}

/** Whether a link is a name: with a capital inside the sentence, in the dictionary's opinion, or protected. */
function isName(place: Place, { first, noun, parse }: Omit<Link, 'level'>): boolean {
  if (parse.grammemes & (Grammeme.name | Grammeme.Abbr)) return true;
  return place.sentence.words
    .slice(first, noun + 1)
    .some((word, offset) => (first + offset > 0 && /^\p{Lu}/u.test(word.text)) || place.isProtected(word));
}

/** «Министерство труда», «начальник отдела кадров»: what follows belongs to the title. */
function isTitleBefore(place: Place, first: number): boolean {
  const { document, sentence, readings } = place;
  const [before, reading] = [sentence.words[first - 1], readings[first - 1]];
  if (before === undefined || reading?.partOfSpeech !== 'NOUN') return false;
  if (!adjacent(document, before, sentence.words[first])) return false;
  return titled.has(reading.lemma) || (first > 1 && /^\p{Lu}/u.test(before.text));
}
