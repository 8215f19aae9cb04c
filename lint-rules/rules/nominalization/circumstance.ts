import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Replacement } from '../../finding.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';
import { verbForm } from '../../morphology/verb.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import type { Deed } from './deverbal.ts';
import { type Phrase, type Place, phraseAt } from './purpose.ts';
import { clauseIn } from './subordinate.ts';

/** Time and means said by a noun: «при подаче заявления», «путём направления письма». */
export interface Circumstance {
  readonly first: number;
  readonly last: number;
  /** What to write instead, for the message. */
  readonly advice: string;
  readonly replacement: Replacement | undefined;
}

type Relation = 'while' | 'after' | 'before' | 'by';

const prepositions: ReadonlyMap<string, readonly [relation: Relation, cases: number]> = new Map([
  ['при', ['while', Grammeme.loct]],
  ['после', ['after', Grammeme.gent]],
  ['до', ['before', Grammeme.gent]],
  ['перед', ['before', Grammeme.ablt]],
  ['путем', ['by', Grammeme.gent]],
  ['посредством', ['by', Grammeme.gent]],
]);

/** Nouns without an object that a reader may do himself. */
const intransitive: ReadonlyMap<string, Deed> = new Map([
  ['обращение', { imperfective: 'обращаться', perfective: 'обратиться' }],
  ['участие', { imperfective: 'участвовать', perfective: undefined }],
  ['переезд', { imperfective: 'переезжать', perfective: 'переехать' }],
  ['выезд', { imperfective: 'выезжать', perfective: 'выехать' }],
  ['въезд', { imperfective: 'въезжать', perfective: 'въехать' }],
  ['возвращение', { imperfective: 'возвращаться', perfective: 'вернуться' }],
]);

/** The circumstance that begins at a word. */
export function circumstanceAt(place: Place, index: number): Circumstance | undefined {
  const word = place.sentence.words[index];
  const found = word && prepositions.get(word.folded);
  if (found === undefined) return undefined;
  const [relation, cases] = found;
  const phrase = phraseAt(place, index, index + 1, cases) ?? bare(place, index, cases, relation);
  if (phrase === undefined) return undefined;
  const addressee = addresseeOf(place, phrase);
  const clause = addressee && clauseOf(place, phrase, relation, addressee);
  // Without an object and without somebody addressed there is nothing to say.
  if (clause === undefined && phrase.object === '') return undefined;
  return {
    first: index,
    last: phrase.last,
    advice: clause ?? `${conjunctions[relation]} ${phrase.deed.imperfective}`,
    replacement: clause === undefined ? undefined : clauseIn(place, phrase, clause, relation === 'by'),
  };
}

/** What the advice begins with when nobody is addressed. */
const conjunctions: Readonly<Record<Relation, string>> = {
  while: 'когда (кто) —',
  after: 'когда (кто) —',
  before: 'прежде чем',
  by: 'глагол —',
};

/** «при обращении в отдел». */
function bare(
  { document, sentence }: Place,
  index: number,
  cases: number,
  relation: Relation,
): Phrase | undefined {
  const noun = index + 1;
  const word = sentence.words[noun];
  if (relation === 'by' || word === undefined || !adjacent(document, sentence.words[index], word))
    return undefined;
  const lemma = word.parses.find(
    ({ partOfSpeech, grammemes }) =>
      partOfSpeech === 'NOUN' && grammemes & Grammeme.sing && (grammemes & cases) !== 0,
  )?.lemma;
  const deed = lemma === undefined ? undefined : intransitive.get(lemma);
  const next = sentence.words[noun + 1];
  // «при обращении гражданина» has an actor of its own.
  const goesOn = next?.parses[0]?.partOfSpeech === 'PREP' && adjacent(document, word, next);
  return deed && goesOn ? { first: index, noun, last: noun, deed, object: '' } : undefined;
}

function clauseOf(
  { settings: { dictionary } }: Place,
  { deed, object }: Phrase,
  relation: Relation,
  addressee: Addressee,
): string | undefined {
  const form = (infinitive: string | undefined, partOfSpeech: Parse['partOfSpeech'], grammemes: number) =>
    infinitive === undefined
      ? undefined
      : verbForm(dictionary, infinitive, { ...model, partOfSpeech, grammemes });
  const join = (...words: (string | undefined)[]) =>
    words.includes(undefined) ? undefined : words.filter(Boolean).join(' ');
  const person = Grammeme.plur | addressee.person;
  if (addressee.person === 0 && (relation === 'while' || relation === 'after')) return undefined;
  switch (relation) {
    case 'while':
      if (addressee.tense === Grammeme.past)
        return join('когда', form(deed.imperfective, 'VERB', Grammeme.plur | Grammeme.past), object);
      return atOnce.has(deed.perfective ?? '')
        ? join('когда', form(deed.perfective, 'VERB', person | Grammeme.futr), object)
        : join('когда', form(deed.imperfective, 'VERB', person | Grammeme.pres), object);
    case 'after':
      if (addressee.tense === Grammeme.past)
        return join('когда', form(deed.perfective, 'VERB', Grammeme.plur | Grammeme.past), object);
      return join('когда', form(deed.perfective, 'VERB', person | Grammeme.futr), object);
    case 'before':
      return join('прежде чем', deed.perfective ?? deed.imperfective, object);
    case 'by':
      return join(form(deed.perfective, 'GRND', Grammeme.past), object);
  }
}

/** These last no time: «при получении уведомления» is «когда получите уведомление». */
const atOnce = new Set(['получить', 'обнаружить', 'выявить', 'изменить', 'найти']);

const model: Parse = {
  lemma: '',
  partOfSpeech: 'VERB',
  grammemes: 0,
  tag: 'VERB',
  probability: 1,
  known: true,
};
