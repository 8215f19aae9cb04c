import { Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import { adjacent } from '../../../morphology/noun-phrase.ts';
import type { Actor } from '../actor.ts';
import { isRatherGenitive } from '../clause.ts';
import { isNext, isNominalIn, nounPhrase, possessives } from './phrase.ts';
import { type Part, type Place, textOf } from './place.ts';

const pronouns: ReadonlyMap<string, string> = new Map([
  ['он', 'его'],
  ['оно', 'его'],
  ['она', 'её'],
  ['они', 'их'],
  ['это', 'это'],
  ['все', 'всё'],
]);

/** The subject of the passive as an object: without what follows it. */
export function objectOf(place: Place, { index, word, noun }: Actor): Part | undefined {
  if (noun.partOfSpeech === 'NPRO') {
    const text = pronouns.get(word.folded);
    const isEverybody = word.folded === 'все' && (noun.grammemes & Grammeme.plur) !== 0;
    return text === undefined || isEverybody ? undefined : { first: index, last: index, text };
  }
  const found = nounPhrase(place, index, Grammeme.nomn, Grammeme.accs);
  if (found === undefined || !isCertain(place, found) || goesOn(place, index)) return undefined;
  const whole = joined(place, found);
  return whole && whole === found && isUnchanged(word, noun)
    ? { ...whole, text: textOf(place, whole.first, whole.last) }
    : whole;
}

/** The accusative of what is not alive is its nominative, except in the feminine singular. */
function isUnchanged({ parses }: Word, { lemma }: Parse): boolean {
  const own = parses.filter((one) => one.lemma === lemma && (one.grammemes & Grammeme.nomn) !== 0);
  return own.every(
    ({ grammemes }) =>
      (grammemes & Grammeme.anim) === 0 &&
      ((grammemes & Grammeme.plur) !== 0 || (grammemes & Grammeme.femn) === 0),
  );
}

/**
 * What may be a genitive as well («заявления») must begin the sentence or have an adjective that is none; a noun right
 * before it or a genitive that is likelier makes it doubtful.
 */
function isCertain({ document, sentence }: Place, { first, last }: Part): boolean {
  const head = sentence.words[last];
  const before = sentence.words.slice(0, first);
  if (head === undefined || before.every(({ kind }) => kind === 'number')) return true;
  const mayBeGenitive = (word: Word) => word.parses.some((parse) => isNominalIn(parse, Grammeme.gent));
  const modifiers = sentence.words.slice(first, last).filter(({ folded }) => !possessives.has(folded));
  if (!mayBeGenitive(head) || modifiers.some((word) => !mayBeGenitive(word))) return true;
  const previous = before.at(-1);
  const isGoverned =
    previous?.parses[0]?.partOfSpeech === 'NOUN' && adjacent(document, previous, sentence.words[first]);
  return !isGoverned && !isRatherGenitive(head);
}

/** «встречные исковые требования»: the noun was an adjective. */
function goesOn(place: Place, index: number): boolean {
  const next = place.sentence.words[index + 1];
  if (next === undefined || index === place.clause.last || !isNext(place, index + 1)) return false;
  return (
    !isRatherGenitive(next) &&
    next.parses.some((parse) => isNominalIn(parse, Grammeme.nomn) && parse.probability > 0.2)
  );
}

/** «заявление и документы»: both are objects. */
function joined(place: Place, object: Part): Part | undefined {
  const { clause, sentence } = place;
  const at = object.first - 1;
  const word = sentence.words[at];
  if (at < clause.first || word === undefined || !isNext(place, object.first)) return object;
  if (word.folded === 'или' || word.folded === 'либо') return undefined;
  if (word.folded !== 'и' || at === clause.first) return object;
  const first = nounPhrase(place, at - 1, Grammeme.nomn, Grammeme.accs);
  return first && { first: first.first, last: object.last, text: `${first.text} и ${object.text}` };
}

/**
 * «заявление, которое рассмотрено»: the relative word at the head of the clause as an object. Of living beings it has
 * another form, so the noun before the comma must be known.
 */
export function relativeOf({ clause, sentence }: Place, finite: Parse): Part | undefined {
  const { first } = clause;
  const word = sentence.words[first];
  const own = word?.parses.find(
    ({ lemma, grammemes }) =>
      lemma === 'который' &&
      grammemes & Grammeme.nomn &&
      grammemes & finite.grammemes & numbers &&
      ((finite.grammemes & genders) === 0 ||
        grammemes & Grammeme.plur ||
        grammemes & finite.grammemes & genders),
  );
  if (word === undefined || own === undefined) return undefined;
  const part = (text: string): Part => ({ first, last: first, text });
  if (own.grammemes & Grammeme.sing && own.grammemes & Grammeme.femn) return part('которую');
  if (own.grammemes & Grammeme.sing && own.grammemes & Grammeme.neut) return part('которое');
  const nouns = sentence.words[first - 1]?.parses.filter(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & own.grammemes & numbers,
  );
  if (nouns === undefined || nouns.length === 0) return undefined;
  if (nouns.every(({ grammemes }) => grammemes & Grammeme.inan)) return part(word.folded);
  if (!nouns.every(({ grammemes }) => grammemes & Grammeme.anim)) return undefined;
  return part(own.grammemes & Grammeme.plur ? 'которых' : 'которого');
}
