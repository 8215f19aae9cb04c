import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import type { Phrase, Place } from './purpose.ts';

/** Whom the main clause makes act: «Вы» or «мы», so that the subordinate verb may agree with the same. */
export interface Addressee {
  /** No person: the main clause is an infinitive, «можно подать». */
  readonly person: number;
  /** Past only for what is past; else the clause speaks of the present or the future. */
  readonly tense: number;
}

/** How many words a sentence may have to be looked through for its verbs. */
const limit = 100;

/** Who acts in an infinitive is not said; an infinitive or a gerund may join it all the same. */
const anybody: Addressee = { person: 0, tense: 0 };

/**
 * Whom the main clause addresses: «позвоните», «мы рассмотрим», «можно подать». Undefined when it speaks of somebody
 * else, of two, or when «Вы» may only wait for what others do («после рассмотрения обращения Вы получите ответ»).
 */
export function addresseeOf(
  { sentence, readings }: Place,
  { first, last, noun }: Phrase,
): Addressee | undefined {
  // A sentence that long is no sentence, and it would be read once for each of its phrases.
  if (sentence.words.length > limit) return undefined;
  const isNamed = sentence.words.some(({ folded }) => folded === 'вы');
  const found: Addressee[] = [];
  for (const [index, reading] of readings.entries()) {
    const word = sentence.words[index];
    if (word === undefined || (index >= first && index <= last)) continue;
    const finite = finiteOf(word, reading);
    if (finite === undefined) continue;
    const one = personOf(finite, sentence.words, isNamed);
    if (one === undefined) return undefined;
    found.push(one);
  }
  const persons = found.filter((one) => one !== anybody);
  const [only] = persons;
  const hasInfinitive = readings.some(({ partOfSpeech }) => partOfSpeech === 'INFN');
  if (only === undefined) return found.length > 0 && hasInfinitive ? anybody : undefined;
  if (persons.some(({ person, tense }) => person !== only.person || tense !== only.tense)) return undefined;
  const isOwn = [...(sentence.words[noun]?.keys ?? [])].some((key) => ofReaders.has(key));
  return only.person === Grammeme.per2 && isNamed && !isOwn ? undefined : only;
}

/** What readers do, not those who answer them. */
const ofReaders = new Set([
  ...[
    'получение',
    'подача',
    'оформление',
    'заполнение',
    'обращение',
    'оплата',
    'участие',
    'переезд',
    'выезд',
  ],
  ...['въезд', 'возвращение', 'посещение', 'отправка', 'покупка', 'приобретение', 'уплата', 'направление'],
  ...['предъявление', 'представление', 'предоставление', 'внесение', 'указание', 'запись'],
]);

function finiteOf(word: Word, reading: Parse): Parse | undefined {
  if (['PRTS', 'PRED', 'ADJS', 'VERB'].includes(reading.partOfSpeech)) return reading;
  // The tagger may miss an imperative that looks like a present: «позвоните».
  return word.parses[0]?.partOfSpeech === 'VERB' ? word.parses[0] : undefined;
}

/** «можно», «нужно», «вправе», «следует»: an infinitive says what is done. */
const modal = new Set([
  'можно',
  'нужно',
  'надо',
  'необходимо',
  'вправе',
  'следует',
  'следовать',
  'мочь',
  'необходимый',
  'нужный',
]);

function personOf(
  { partOfSpeech, grammemes, lemma }: Parse,
  words: readonly Word[],
  isNamed: boolean,
): Addressee | undefined {
  if (modal.has(lemma) && (partOfSpeech !== 'VERB' || grammemes & Grammeme.per3)) return anybody;
  if (partOfSpeech !== 'VERB') return undefined;
  const tense = grammemes & Grammeme.past;
  if (grammemes & Grammeme.impr && !isNamed) return { person: Grammeme.per2, tense: 0 };
  const isPlural = (grammemes & Grammeme.plur) !== 0;
  const hasSubject = (subject: string) => words.some(({ folded }) => folded === subject);
  const isFirst = isPlural && ((grammemes & Grammeme.per1) !== 0 || (tense !== 0 && hasSubject('мы')));
  if (isFirst) return { person: Grammeme.per1, tense };
  const isSecond = isPlural && (grammemes & (Grammeme.per2 | Grammeme.impr) || (tense !== 0 && isNamed));
  return isSecond ? { person: Grammeme.per2, tense } : undefined;
}
