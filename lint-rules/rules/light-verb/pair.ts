import { Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Sentence, Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { agree } from '../../morphology/agreement.ts';
import { type Action, actionOf, isAction, lightsOf, transitiveAction } from './actions.ts';
import { emptyNouns, emptyVerbs } from './lights.ts';

/** A light verb with its noun of action. */
export interface Pair {
  /** Indexes of the verb and of the noun. */
  readonly verb: number;
  readonly noun: number;
  /** Index of the noun that says what is done, when another one than `noun`: «замене» in «работы по замене». */
  readonly deed: number;
  readonly parse: Parse;
  readonly action: Action;
  /** Whether the verb says nothing at all. */
  readonly empty: boolean;
}

/** How far the noun may stand from its verb. */
const reach = 5;

/** Every light verb with a noun of action in its clause, either order, words between. */
export function* pairs(sentence: Sentence): Generator<Pair> {
  const taken = new Set<number>();
  for (const index of sentence.words.keys()) {
    const found = pairAt(sentence, index, taken);
    if (found === undefined) continue;
    taken.add(found.noun).add(found.deed);
    yield found;
  }
}

function pairAt(sentence: Sentence, verb: number, taken: ReadonlySet<number>): Pair | undefined {
  const { words } = sentence;
  for (const { parse, light } of lightReadings(words, verb)) {
    const described = isAttribute(parse) ? nounsBeforeComma(sentence, verb) : [];
    for (const noun of [...nounsAround(sentence, verb), ...described]) {
      if (taken.has(noun) || isGoverned(words, noun) || isOwned(words, noun, verb)) continue;
      const own = nounReadings(words, noun, verb, parse);
      const action = own.map(({ lemma }) => actionOf(lemma, light)).find((one) => one !== undefined);
      const empty = emptyVerbs.has(light);
      if (action) return { verb, noun, deed: noun, parse, action, empty };
      const deed = own.some(({ lemma }) => emptyNouns.get(lemma)?.has(light))
        ? deedOf(words, noun)
        : undefined;
      if (deed) return { verb, noun, deed: deed.index, parse, action: deed.action, empty: true };
    }
  }
  return undefined;
}

/** «работы по замене окон»: what the work is. */
function deedOf(words: readonly Word[], noun: number): { index: number; action: Action } | undefined {
  if (words[noun + 1]?.folded !== 'по') return undefined;
  const index = noun + 2;
  const action = words[index]?.parses
    .filter(({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.datv)
    .map(({ lemma }) => transitiveAction(lemma))
    .find((one) => one !== undefined);
  return action && { index, action };
}

const verbal: ReadonlySet<string> = new Set(['VERB', 'INFN', 'PRTS', 'GRND', 'PRTF']);

function lightReadings(words: readonly Word[], index: number): { parse: Parse; light: string }[] {
  const word = words[index];
  if (word?.kind !== 'word') return [];
  if (!word.parses.some(({ partOfSpeech }) => verbal.has(partOfSpeech))) return [];
  // «Вы осуществите проверку» tells, «осуществите проверку» orders.
  const hasSubject = words.slice(Math.max(0, index - 3), index).some(({ folded }) => folded === 'вы');
  return word.parses
    .filter(
      ({ partOfSpeech, grammemes }) => verbal.has(partOfSpeech) && !(hasSubject && grammemes & Grammeme.impr),
    )
    .flatMap((parse) => lightsOf(parse).map((light) => ({ parse, light })));
}

/** The words of the clause within reach: what follows first, the nearest first. */
function nounsAround({ words }: Sentence, index: number): number[] {
  const offsets = Array.from({ length: reach }, (_, offset) => offset + 1);
  const around = [...offsets.map((offset) => index + offset), ...offsets.map((offset) => index - offset)];
  return around.filter((at) => words[at]?.kind === 'word' && words[at]?.clause === words[index]?.clause);
}

/** «проверка дома, осуществляемая отделом»: a participle with words of its own begins a clause and describes a noun before it. */
function nounsBeforeComma({ words }: Sentence, participle: number): number[] {
  const clause = words[participle]?.clause ?? 0;
  if (words[participle - 1]?.clause !== clause - 1) return [];
  const before = Array.from({ length: reach }, (_, offset) => participle - 1 - offset);
  return before.filter((at) => words[at]?.kind === 'word' && words[at]?.clause === clause - 1);
}

/** The analyses in which the noun is what the verb is about: its object, the subject of its passive, what its participle agrees with. */
function nounReadings(words: readonly Word[], noun: number, verb: number, parse: Parse): Parse[] {
  const negated = words[verb - 1]?.folded === 'не';
  return (words[noun]?.parses ?? []).filter((one) => {
    if (one.partOfSpeech !== 'NOUN' || isWare(one)) return false;
    if (isAttribute(parse)) return agree(parse, one);
    if (isPassive(parse)) return isSubject(one, parse);
    return (one.grammemes & (Grammeme.accs | (negated ? Grammeme.gent : 0))) !== 0;
  });
}

/** «производит подарочные наборы»: in the plural it is a thing that is made. */
function isWare({ lemma, grammemes }: Parse): boolean {
  return lemma === 'набор' && (grammemes & Grammeme.plur) !== 0;
}

/** «осуществляется», «осуществлена». */
export function isPassive({ partOfSpeech, lemma }: Parse): boolean {
  return partOfSpeech === 'PRTS' || /(?:ся|сь)$/.test(lemma);
}

/** «проведённая», «осуществляемая», «проводящаяся». */
export function isAttribute(parse: Parse): boolean {
  if (parse.partOfSpeech !== 'PRTF') return false;
  return (parse.grammemes & Grammeme.actv) === 0 || isPassive(parse);
}

function isSubject(noun: Parse, verb: Parse): boolean {
  if ((noun.grammemes & Grammeme.nomn) === 0) return false;
  const number = verb.grammemes & numbers;
  if (number !== 0 && (noun.grammemes & number) === 0) return false;
  const gender = verb.grammemes & genders;
  return gender === 0 || (noun.grammemes & Grammeme.plur) !== 0 || (noun.grammemes & gender) !== 0;
}

/** «рассмотрение жалобы осуществит прокурор»: the genitive of another noun of action is not what the verb is about. */
function isOwned(words: readonly Word[], noun: number, verb: number): boolean {
  if (noun > verb) return false;
  const own = words[noun];
  if (
    !own?.parses.some(({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.gent)
  )
    return false;
  let at = noun - 1;
  while (
    at >= 0 &&
    adjectives(words[at] ?? { parses: [] }).some(({ grammemes }) => grammemes & Grammeme.gent)
  )
    at--;
  return isAction(words[at]) && words[at]?.clause === own.clause;
}

/** A preposition stands before the noun or its adjectives: «по проверке». */
function isGoverned(words: readonly Word[], noun: number): boolean {
  for (let at = noun - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined) return false;
    if (word.parses[0]?.partOfSpeech === 'PREP') return true;
    if (adjectives(word).length === 0) return false;
  }
  return false;
}
