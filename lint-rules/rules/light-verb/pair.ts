import { foldWord, Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Sentence, Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { emptyVerbs, lightVerbs } from './lights.ts';
import { nouns } from './nouns.ts';

/** A noun of action and the verb that says the same. */
export interface Action {
  readonly noun: string;
  readonly imperfective: string;
  readonly perfective: string | undefined;
  readonly governments: readonly string[];
}

/** A light verb with its noun of action. */
export interface Pair {
  /** Indexes of the verb and of the noun. */
  readonly verb: number;
  readonly noun: number;
  readonly parse: Parse;
  readonly action: Action;
  /** Whether the verb says nothing at all. */
  readonly empty: boolean;
}

const actions = new Map(
  nouns.map(([noun, imperfective, perfective, government, lights]) => [
    foldWord(noun),
    {
      action: {
        noun,
        imperfective,
        perfective,
        governments: government.split('|') satisfies readonly string[],
      },
      lights: new Set([...emptyVerbs, ...lights.split(' ').filter(Boolean)]),
    },
  ]),
);

/** Any aspect → the imperfective by which the table names the verb. */
const lightByLemma = new Map(
  lightVerbs.flatMap(([imperfective, perfective]) => [
    [foldWord(imperfective), imperfective] as const,
    [foldWord(perfective), imperfective] as const,
  ]),
);

/** How far the noun may stand from its verb. */
const reach = 5;

/** Every light verb with a noun of action in its clause, either order, words between. */
export function* pairs(sentence: Sentence): Generator<Pair> {
  const taken = new Set<number>();
  for (const [index, word] of sentence.words.entries()) {
    for (const { parse, light } of lightReadings(word)) {
      const noun = nounsAround(sentence, index).find(
        (at) => !taken.has(at) && fits(sentence.words, at, index, parse, light),
      );
      const entry = noun === undefined ? undefined : entryOf(sentence.words[noun]);
      if (noun === undefined || entry === undefined) continue;
      taken.add(noun);
      yield { verb: index, noun, parse, action: entry.action, empty: emptyVerbs.has(light) };
      break;
    }
  }
}

const verbal: ReadonlySet<string> = new Set(['VERB', 'INFN', 'PRTS', 'GRND', 'PRTF']);

function lightReadings({ parses, kind }: Word): { parse: Parse; light: string }[] {
  if (kind !== 'word') return [];
  return parses.flatMap((parse) => {
    if (!verbal.has(parse.partOfSpeech)) return [];
    const light = lightByLemma.get(foldWord(parse.lemma).replace(/(?:ся|сь)$/, ''));
    return light === undefined ? [] : [{ parse, light }];
  });
}

/** The words of the clause within reach: what follows first, the nearest first. */
function nounsAround({ words }: Sentence, index: number): number[] {
  const offsets = Array.from({ length: reach }, (_, offset) => offset + 1);
  return [...offsets.map((offset) => index + offset), ...offsets.map((offset) => index - offset)].filter(
    (at) => words[at] !== undefined && words[at]?.clause === words[index]?.clause,
  );
}

function entryOf(word: Word | undefined) {
  const noun = word?.parses.find(
    ({ partOfSpeech, lemma }) => partOfSpeech === 'NOUN' && actions.has(foldWord(lemma)),
  );
  return noun && actions.get(foldWord(noun.lemma));
}

/** Whether the noun is what the verb is about: its object, or the subject of its passive. */
function fits(words: readonly Word[], noun: number, verb: number, parse: Parse, light: string): boolean {
  const word = words[noun];
  if (word === undefined || !entryOf(word)?.lights.has(light) || isGoverned(words, noun)) return false;
  const negated = words[verb - 1]?.folded === 'не';
  return word.parses.some((one) => {
    if (one.partOfSpeech !== 'NOUN' || !actions.has(foldWord(one.lemma))) return false;
    if (isPassive(parse)) return (one.grammemes & Grammeme.nomn) !== 0 && agrees(one, parse);
    if (parse.partOfSpeech === 'PRTF' && (parse.grammemes & Grammeme.actv) === 0) return false;
    return (one.grammemes & (Grammeme.accs | (negated ? Grammeme.gent : 0))) !== 0;
  });
}

/** «осуществляется», «осуществлена». */
export function isPassive({ partOfSpeech, lemma }: Parse): boolean {
  return partOfSpeech === 'PRTS' || /(?:ся|сь)$/.test(lemma);
}

function agrees(noun: Parse, verb: Parse): boolean {
  const number = verb.grammemes & numbers;
  if (number !== 0 && (noun.grammemes & number) === 0) return false;
  const gender = verb.grammemes & genders;
  return gender === 0 || (noun.grammemes & Grammeme.plur) !== 0 || (noun.grammemes & gender) !== 0;
}

/** Whether the table has the noun. */
export function isAction(word: Word | undefined): boolean {
  return entryOf(word) !== undefined;
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
