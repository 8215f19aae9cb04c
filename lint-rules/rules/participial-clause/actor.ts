import { type Dictionary, Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import { inContext } from '../../morphology/context.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { isPersonOrBody } from '../passive/actor.ts';
import type { Place } from './clause.ts';

/** The one named in the instrumental, as a subject. */
export interface Actor {
  readonly text: string;
  /** Index of his last word. */
  readonly last: number;
  /** Number, gender and person that the verb has to agree with. */
  readonly agreement: number;
}

const pronouns: ReadonlyMap<string, readonly [subject: string, agreement: number]> = new Map([
  ['нами', ['мы', Grammeme.plur | Grammeme.per1]],
  ['вами', ['Вы', Grammeme.plur | Grammeme.per2]],
  ['ими', ['они', Grammeme.plur | Grammeme.per3]],
]);

/** Who did it, named right after the participle: a person, a body or a pronoun; `last` is the last word of the clause. */
export function actorAt(
  place: Place,
  dictionary: Dictionary,
  first: number,
  last: number,
): Actor | undefined {
  const { document, sentence, readings } = place;
  const { words } = sentence;
  const word = words[first];
  if (word === undefined || first > last || !adjacent(document, words[first - 1], word)) return undefined;
  const pronoun = pronouns.get(word.folded);
  if (pronoun) return { text: pronoun[0], last: first, agreement: pronoun[1] };
  const phrase =
    recase(document, dictionary, sentence, first, Grammeme.ablt, Grammeme.nomn) ??
    recase(document, dictionary, inContext(sentence, readings), first, Grammeme.ablt, Grammeme.nomn);
  const head = phrase && words[phrase.last];
  if (phrase === undefined || head === undefined || phrase.last > last) return undefined;
  const noun = head.parses.find(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.ablt,
  );
  if (noun === undefined || !isPersonOrBody(head, noun)) return undefined;
  const tail = genitiveTail(place, phrase.last, last);
  // «комиссией по делам несовершеннолетних»: how much of it is the name nobody can tell.
  if (tail < last && ['по', 'при', 'о', 'об'].includes(words[tail + 1]?.folded ?? '')) return undefined;
  const text = phrase.text + document.text.slice(head.end, words[tail]?.end);
  return { text, last: tail, agreement: noun.grammemes & (numbers | genders) };
}

/** «комиссией департамента»: what belongs to the one who acts goes with him. */
function genitiveTail(
  { document, sentence: { words }, readings }: Place,
  head: number,
  last: number,
): number {
  let tail = head;
  while (tail < last && adjacent(document, words[tail], words[tail + 1])) {
    if (!isGenitive(readings[tail + 1])) break;
    tail++;
  }
  return tail;
}

function isGenitive(reading: Parse | undefined): boolean {
  return (
    reading !== undefined &&
    (reading.grammemes & Grammeme.gent) !== 0 &&
    ['NOUN', 'ADJF'].includes(reading.partOfSpeech)
  );
}
