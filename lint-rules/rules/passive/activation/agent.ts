import { Grammeme, type Grammemes, genders, numbers } from '@ponyatno/russian';
import { isWithoutCases } from '../clause.ts';
import { withNames } from './names.ts';
import { genitivesAfter, isNext, isNominalIn, nounPhrase, purposeAfter, withTail } from './phrase.ts';
import type { Part, Place } from './place.ts';
import type { Agreement } from './predicate.ts';

/** The one who acts, as a subject. */
export interface Subject extends Part, Agreement {}

const { sing, plur, per1, per2, per3, masc, femn, neut } = Grammeme;

/** Pronouns in the instrumental as subjects; «мной» tells no gender. */
const pronouns: ReadonlyMap<string, Agreement & { readonly text: string }> = new Map([
  ['нами', { text: 'мы', number: plur, gender: 0, person: per1 }],
  ['вами', { text: 'вы', number: plur, gender: 0, person: per2 }],
  ['ими', { text: 'они', number: plur, gender: 0, person: per3 }],
  ['мной', { text: 'я', number: sing, gender: 0, person: per1 }],
  ['мною', { text: 'я', number: sing, gender: 0, person: per1 }],
  ['ею', { text: 'она', number: sing, gender: femn, person: per3 }],
]);

/** The actor at the place as a subject; `before` is where the next part begins or the clause ends. */
export function subjectOf(place: Place, before: number, isBare: boolean): Subject | undefined {
  const { index, word, noun } = place.agent;
  const pronoun = pronouns.get(word.folded);
  if (pronoun) {
    const polite = /^\p{Lu}/u.test(word.text) && word.folded === 'вами';
    return { ...pronoun, first: index, last: index, text: polite ? 'Вы' : pronoun.text };
  }
  if (noun.partOfSpeech !== 'NOUN') return undefined;
  const number = noun.grammemes & numbers;
  if (isWithoutCases(word)) {
    const last = genitivesAfter(place, index, before);
    const part = withNames(
      place,
      withTail(place, { first: index, last: index, text: word.text }, last),
      before,
    );
    return part && { ...part, number: sing, gender: 0, person: per3 };
  }
  const found = nounPhrase(place, index, Grammeme.ablt, Grammeme.nomn);
  // «признано недействительным судом»: the adjective is what it was held to be.
  if (found === undefined || (isBare && found.first !== index)) return undefined;
  const whole = withNames(place, withTail(place, found, tailOf(place, index, before)), before);
  if (whole === undefined) return undefined;
  const single: Subject = {
    ...whole,
    number,
    gender: number === sing ? genderOf(noun.grammemes) : 0,
    person: per3,
  };
  return joined(place, single, before);
}

function tailOf(place: Place, head: number, before: number): number {
  return purposeAfter(place, genitivesAfter(place, head, before), before);
}

function genderOf(grammemes: Grammemes): Grammemes {
  const gender = grammemes & genders;
  // «коллега» may be either.
  return [masc, femn, neut].some((one) => one === gender) ? gender : 0;
}

/** «комиссией и отделом»: both act. What else stands in the instrumental makes it doubtful. */
function joined(place: Place, subject: Subject, before: number): Subject | undefined {
  const { words } = place.sentence;
  const next = subject.last + 1;
  if (next >= before || !isNext(place, next)) return subject;
  const word = words[next];
  if (word?.folded !== 'и') {
    const isDoubtful = word?.parses.some(
      (parse) => isNominalIn(parse, Grammeme.ablt) && parse.probability > 0.2,
    );
    return isDoubtful || word?.folded === 'или' || word?.folded === 'либо' ? undefined : subject;
  }
  for (let head = next + 1; head < Math.min(before, next + 4); head++) {
    const second = nounPhrase(place, head, Grammeme.ablt, Grammeme.nomn);
    if (second === undefined || second.first !== next + 1) continue;
    const whole = withNames(place, withTail(place, second, tailOf(place, head, before)), before);
    if (whole === undefined) return undefined;
    const text = `${subject.text} и ${whole.text}`;
    return { ...whole, first: subject.first, text, number: plur, gender: 0, person: per3 };
  }
  return undefined;
}
