import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import type { Settings } from '../../rule.ts';
import { type Deed, deedWith } from './deverbal.ts';
import { clauseIn } from './subordinate.ts';

/** A preposition with a noun of action and its object: «для получения справки». */
export interface Phrase {
  /** Indexes of its first word, of the noun of action and of the last word of its object. */
  readonly first: number;
  readonly noun: number;
  readonly last: number;
  readonly deed: Deed;
  /** The object in the accusative. */
  readonly object: string;
}

/** Where phrases are looked for. */
export interface Place {
  readonly document: Document;
  readonly settings: Pick<Settings, 'dictionary'>;
  readonly sentence: Sentence;
  /** What each word is in its context. */
  readonly readings: readonly Parse[];
}

/** The noun of action at a word in one of the cases, with its object in the accusative. */
export function phraseAt(place: Place, first: number, noun: number, cases: number): Phrase | undefined {
  const { document, settings, sentence } = place;
  const { words } = sentence;
  const object = recase(document, settings.dictionary, sentence, noun + 1, Grammeme.gent, Grammeme.accs);
  const lemmas = [...(words[object?.last ?? -1]?.keys ?? [])];
  const deed = words[noun]?.parses
    .filter(({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && (grammemes & cases) !== 0)
    .flatMap(({ lemma }) => lemmas.map((one) => deedWith(lemma, one)))
    .find((one) => one !== undefined);
  // «при выявлении факта нарушения»: the fact has to go first, and the table of phrases says so.
  if (deed === undefined || object === undefined || lemmas.includes('факт')) return undefined;
  for (let at = first + 1; at <= noun + 1; at++)
    if (!adjacent(document, words[at - 1], words[at])) return undefined;
  return { first, noun, last: object.last, deed, object: object.text };
}

/** How many words the preposition has when it says for what purpose: «для», «в целях», «с целью». */
export function purposeWords(words: readonly Word[], index: number): number {
  const [first, second] = [words[index]?.folded, words[index + 1]?.folded];
  if (first === 'для') return 1;
  return (first === 'в' && second === 'целях') || (first === 'с' && second === 'целью') ? 2 : 0;
}

/** A purpose said by a noun, and the clause with «чтобы»: «для получения справки» → «чтобы получить справку». */
export interface Purpose extends Phrase {
  readonly clause: string;
  readonly replacement: Replacement | undefined;
}

/** The purpose that begins at a word. */
export function purposeAt(place: Place, index: number): Purpose | undefined {
  const length = purposeWords(place.sentence.words, index);
  if (length === 0) return undefined;
  const phrase =
    phraseAt(place, index, index + length, Grammeme.gent) ?? bareAt(place, index, index + length);
  if (phrase === undefined) return undefined;
  const infinitive = phrase.deed.perfective ?? phrase.deed.imperfective;
  const clause = ['чтобы', infinitive, phrase.object].filter(Boolean).join(' ');
  const replacement = belongsToNoun(place, index) ? undefined : clauseIn(place, phrase, clause);
  return { ...phrase, clause, replacement };
}

/** Nouns without an object, with the verb of a purpose: «для участия в конкурсе» → «чтобы участвовать в конкурсе». */
const intransitive: ReadonlyMap<string, string> = new Map([
  ['участие', 'участвовать'],
  ['запись', 'записаться'],
  ['обращение', 'обратиться'],
  ['регистрация', 'зарегистрироваться'],
  ['переезд', 'переехать'],
  ['выезд', 'выехать'],
  ['въезд', 'въехать'],
  ['поступление', 'поступить'],
  ['ознакомление', 'ознакомиться'],
]);

/** «для участия в конкурсе», «для записи на приём». */
function bareAt({ document, sentence }: Place, first: number, noun: number): Phrase | undefined {
  const [before, word, next] = sentence.words.slice(noun - 1, noun + 2);
  const lemma = word?.parses.find(
    ({ partOfSpeech, grammemes }) =>
      partOfSpeech === 'NOUN' && grammemes & Grammeme.gent && grammemes & Grammeme.sing,
  )?.lemma;
  const infinitive = lemma === undefined ? undefined : intransitive.get(lemma);
  const goesOn = next?.parses[0]?.partOfSpeech === 'PREP' && adjacent(document, word, next);
  if (infinitive === undefined || !goesOn || !adjacent(document, before, word)) return undefined;
  return { first, noun, last: noun, deed: { imperfective: infinitive, perfective: undefined }, object: '' };
}

/** «документы для получения справки»: the purpose of a thing is no clause of the sentence. */
const takesPurpose = new Set([
  ...['бланк', 'возможность', 'время', 'данные', 'деньги', 'документ', 'комиссия', 'материал', 'место'],
  ...[
    'необходимый',
    'нужный',
    'окно',
    'основание',
    'перечень',
    'помещение',
    'порядок',
    'право',
    'препятствие',
  ],
  ...[
    'причина',
    'пункт',
    'сведения',
    'способ',
    'список',
    'средство',
    'срок',
    'требование',
    'условие',
    'форма',
  ],
  ...['достаточный', 'заявление', 'справка', 'копия', 'участок', 'центр', 'кабинет', 'сервис', 'портал'],
]);

function belongsToNoun({ document, sentence, readings }: Place, index: number): boolean {
  const before = sentence.words[index - 1];
  if (before === undefined || !adjacent(document, before, sentence.words[index])) return false;
  const reading = readings[index - 1];
  const isNominal =
    reading?.partOfSpeech === 'NOUN' || reading?.partOfSpeech === 'ADJF' || reading?.partOfSpeech === 'PRTF';
  return isNominal && [...before.keys].some((key) => takesPurpose.has(key));
}
