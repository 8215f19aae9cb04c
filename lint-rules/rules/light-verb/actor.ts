import { Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { isPersonOrBody } from '../passive/actor.ts';
import { isPassive } from './pair.ts';
import type { Place } from './rewrite.ts';

/** The one named in the instrumental, as a subject. */
export interface Subject {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  /** Number, gender and person that the verb has to agree with. */
  readonly agreement: number;
}

/**
 * Who acts in a passive, as a subject: «комиссией проведена проверка», «проверка проведена комиссией». Undefined when
 * nobody is named or the verb is active; null when somebody is, but not where he can be taken from.
 */
export function subjectOf(place: Place, lastOfComplement: number | undefined): Subject | undefined | null {
  const { sentence, pair } = place;
  if (!isPassive(pair.parse) || !hasActor(place)) return undefined;
  if (lastOfComplement === undefined) return null;
  return (
    (pair.verb < pair.noun ? subjectBefore(place) : subjectAt(place, pair.verb + 1, sentence.words.length)) ??
    null
  );
}

/** The noun phrase in the instrumental that ends right before the verb or its auxiliary, with what belongs to it. */
function subjectBefore(place: Place): Subject | undefined {
  const { sentence, pair } = place;
  const before = sentence.words[pair.verb - 1];
  const last = before?.keys.has('быть') ? pair.verb - 2 : pair.verb - 1;
  for (let first = Math.max(0, last - 4); first <= last; first++) {
    const [likeliest] = sentence.words[first - 1]?.parses ?? [];
    if (likeliest?.partOfSpeech === 'PREP') continue;
    // «сотрудниками МЧС»: the one before acts.
    if (likeliest?.partOfSpeech === 'NOUN' && likeliest.grammemes & Grammeme.ablt) continue;
    const found = subjectAt(place, first, last);
    if (found?.last === last) return found;
  }
  return undefined;
}

const pronouns: ReadonlyMap<string, readonly [subject: string, agreement: number]> = new Map([
  ['нами', ['мы', Grammeme.plur | Grammeme.per1]],
  ['вами', ['Вы', Grammeme.plur | Grammeme.per2]],
  ['ими', ['они', Grammeme.plur | Grammeme.per3]],
]);

/** The subject that begins at a word: a person, a body or a pronoun; `limit` is the last word it may take. */
function subjectAt(place: Place, first: number, limit: number): Subject | undefined {
  const { document, dictionary, sentence } = place;
  const word = sentence.words[first];
  const pronoun = word && pronouns.get(word.folded);
  if (pronoun) return { text: pronoun[0], first, last: first, agreement: pronoun[1] };
  const phrase = recase(document, dictionary, sentence, first, Grammeme.ablt, Grammeme.nomn);
  const head = phrase && sentence.words[phrase.last];
  if (phrase === undefined || head === undefined) return undefined;
  // «надлежащим образом», «в установленном порядке» are nobody.
  const noun = head.parses.find(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.ablt,
  );
  if (noun === undefined || !isPersonOrBody(head, noun)) return undefined;
  const last = limit > phrase.last ? lastGenitive(place, phrase.last, limit) : phrase.last;
  if (namesActor(place, last)) return undefined;
  const tail = document.text.slice(head.end, sentence.words[last]?.end ?? head.end);
  const agreement = (noun.grammemes & (numbers | genders)) | Grammeme.per3;
  return { text: phrase.text + tail, first, last, agreement };
}

/** «специалистом отдела № 4 Котовой», «директором Ивановым»: the name beside him would have to change too. */
function namesActor({ sentence, pair }: Place, last: number): boolean {
  if (last < pair.verb) return false;
  const after = sentence.words.slice(last, last + 4);
  const clause = sentence.words[last]?.clause;
  return after.some(
    (word) =>
      word.clause === clause &&
      word.parses.some(
        ({ tag, grammemes }) => /\b(?:Surn|Name|Patr)\b/.test(tag) && grammemes & Grammeme.ablt,
      ),
  );
}

/** «специалистами отдела кадров»: what belongs to the noun goes with it. */
function lastGenitive({ document, sentence, pair }: Place, head: number, limit: number): number {
  if (pair.verb < head) return head;
  let last = head;
  while (last < limit && adjacent(document, sentence.words[last], sentence.words[last + 1])) {
    const word = sentence.words[last + 1];
    if (word === undefined || !isGenitive(word)) break;
    last++;
  }
  return last;
}

function isGenitive(word: Word): boolean {
  const noun = ({ partOfSpeech, grammemes }: Parse) =>
    partOfSpeech === 'NOUN' && (grammemes & Grammeme.gent) !== 0;
  return word.parses.some(noun) || adjectives(word).some(({ grammemes }) => grammemes & Grammeme.gent);
}

/** Somebody or something named in the instrumental would have to become the subject. */
function hasActor({ sentence, pair }: Place): boolean {
  const { words } = sentence;
  const clause = words[pair.verb]?.clause;
  return words.some(
    (word, index) =>
      word.clause === clause &&
      index !== pair.noun &&
      words[index - 1]?.parses[0]?.partOfSpeech !== 'PREP' &&
      (pronouns.has(word.folded) ||
        word.parses.some(
          ({ partOfSpeech, grammemes, probability }) =>
            (partOfSpeech === 'NOUN' || partOfSpeech === 'NPRO') &&
            grammemes & Grammeme.ablt &&
            probability > 0.3,
        )),
  );
}
