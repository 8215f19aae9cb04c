import { animacies, cases, type Dictionary, Grammeme, genders, numbers, type Parse } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { adjectiveForm } from '../../morphology/adjective.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';
import { formLike } from '../../morphology/verb.ts';
import { type Actor, actorAt } from './actor.ts';
import type { ClauseAfter, ClauseBefore, Place } from './clause.ts';

/** «которое подало заявление» for «подавшее заявление»; undefined unless agreement, tense and voice are certain. */
export function relativeAfter(
  place: Place,
  dictionary: Dictionary,
  clause: ClauseAfter,
): Replacement | undefined {
  const { document, sentence } = place;
  if (!isOneNoun(place, clause)) return undefined;
  const words = wordsOf(place, dictionary, clause);
  const joined = words && joinedParticiples(place, dictionary, clause, words.last);
  const [start, end] = [
    sentence.words[clause.participle]?.start,
    sentence.words[joined?.last ?? words?.last ?? -1]?.end,
  ];
  if (words === undefined || joined === undefined || start === undefined || end === undefined)
    return undefined;
  const from = sentence.words[words.last]?.end ?? end;
  const rest = joined.last > words.last ? document.text.slice(from, sentence.words[joined.last]?.start) : '';
  return { start, end, text: words.text + rest + joined.text };
}

/** «Документы, которые заявитель представил в срок,» for «Представленные заявителем в срок документы». */
export function relativeBefore(
  place: Place,
  dictionary: Dictionary,
  clause: ClauseBefore,
): Replacement | undefined {
  const { document, sentence } = place;
  const { words } = sentence;
  const [first, noun] = [words[clause.participle], words[clause.noun]];
  if (first === undefined || noun === undefined || !mayBeMoved(place, clause)) return undefined;
  const head = wordsOf(place, dictionary, clause);
  if (head === undefined || joinedParticiples(place, dictionary, clause, head.last)?.text !== '')
    return undefined;
  const rest = document.text.slice(words[head.last]?.end, words[clause.last]?.end);
  const phrase = document.text.slice(words[clause.last + 1]?.start, noun.end);
  const next = words[clause.noun + 1];
  const comma = next !== undefined && adjacent(document, noun, next) ? ',' : '';
  const text = `${phrase}, ${head.text}${rest}${comma}`;
  return { start: first.start, end: noun.end, text: /^\p{Lu}/u.test(first.text) ? capitalize(text) : text };
}

/** The words before the noun move behind it: nothing may belong to it there, and nothing may stand before them. */
function mayBeMoved(
  { document, sentence: { words }, readings }: Place,
  { participle, noun }: ClauseBefore,
): boolean {
  const [nounWord, next] = [words[noun], words[noun + 1]];
  const before = readings[participle - 1];
  if (before && ['ADVB', 'PRCL', 'NUMR', 'ADJF'].includes(before.partOfSpeech)) return false;
  if (next === undefined || nounWord === undefined) return true;
  if (!adjacent(document, nounWord, next))
    return /^[.,;:!?]/.test(document.text.slice(nounWord.end, next.start));
  const reading = readings[noun + 1];
  return reading !== undefined && ['VERB', 'PRTS', 'ADJS', 'PRED', 'INFN'].includes(reading.partOfSpeech);
}

/** Another noun between might be what the participle belongs to: «копия справки, выданная». */
function isOneNoun(
  { sentence, readings, document }: Place,
  { noun, participle, parse }: ClauseAfter,
): boolean {
  for (let at = noun + 1; at < participle; at++) {
    const reading = readings[at];
    if (reading === undefined) return false;
    if (/[,;]/.test(document.text.slice(sentence.words[at - 1]?.end, sentence.words[at]?.start)))
      return false;
    if (reading.partOfSpeech === 'NOUN' && (reading.grammemes & parse.grammemes & cases) !== 0) return false;
  }
  return true;
}

interface Words {
  readonly text: string;
  /** The last word of the text that they replace. */
  readonly last: number;
}

/** «которое подало», «которые заявитель представил». */
function wordsOf(
  place: Place,
  dictionary: Dictionary,
  clause: ClauseAfter | ClauseBefore,
): Words | undefined {
  const { parse, as: noun, participle, last } = clause;
  const agreement = agreementOf(noun, parse);
  if (agreement === undefined) return undefined;
  if (isActive(parse)) {
    const who = adjectiveForm(dictionary, 'который', agreement | Grammeme.nomn);
    const verb = finite(dictionary, parse, agreement);
    return who && verb ? { text: `${who} ${verb}`, last: participle } : undefined;
  }
  const actor = actorAt(place, dictionary, participle + 1, last);
  const alive = noun.grammemes & animacies;
  const what = adjectiveForm(dictionary, 'который', agreement | Grammeme.accs | alive);
  const verb = actor && finite(dictionary, parse, actor.agreement);
  if (!what || !verb) return undefined;
  // «которые рассматривает комиссия», but «которые комиссия рассмотрела в срок», «которые мы рассмотрели».
  const isLast = actor.last === last && (actor.agreement & (Grammeme.per1 | Grammeme.per2)) === 0;
  const order = isLast ? [what, verb, actor.text] : [what, actor.text, verb];
  return { text: order.join(' '), last: actor.last };
}

function isActive({ lemma, grammemes }: Parse): boolean {
  return (grammemes & Grammeme.actv) !== 0 || /(?:ся|сь)$/.test(lemma);
}

/** Number and gender of the noun; undefined when noun and participle do not say the same. */
function agreementOf(noun: Parse, participle: Parse): number | undefined {
  const number = noun.grammemes & participle.grammemes & numbers;
  if (number === Grammeme.plur) return Grammeme.plur;
  if (number !== Grammeme.sing) return undefined;
  const gender = noun.grammemes & participle.grammemes & genders;
  const isOne = gender === Grammeme.masc || gender === Grammeme.femn || gender === Grammeme.neut;
  return isOne ? Grammeme.sing | gender : undefined;
}

const model: Parse = {
  lemma: '',
  partOfSpeech: 'VERB',
  grammemes: 0,
  tag: 'VERB',
  probability: 1,
  known: true,
};

/** The finite verb of a participle in its tense. */
function finite(
  dictionary: Dictionary,
  participle: Parse,
  agreement: Actor['agreement'],
): string | undefined {
  const past = (participle.grammemes & Grammeme.past) !== 0;
  const person = agreement & (Grammeme.per1 | Grammeme.per2) || Grammeme.per3;
  const number = agreement & numbers;
  const gender = number === Grammeme.sing ? agreement & genders : 0;
  const own = past ? number | gender | Grammeme.past : number | person | Grammeme.pres;
  return formLike(dictionary, participle, { ...model, grammemes: own });
}

/**
 * What is joined to the participle has to change with it: «обратившиеся в отдел и подавшие» → «которые обратились в
 * отдел и подали». `last` is the word after which nothing is joined any more; undefined when it cannot change.
 */
function joinedParticiples(
  { document, sentence, readings }: Place,
  dictionary: Dictionary,
  { parse, as: noun, last }: ClauseAfter | ClauseBefore,
  from: number,
): Words | undefined {
  let text = '';
  let done = from;
  for (let at = from + 1; at <= last; at++) {
    const [joint, word, reading] = [sentence.words[at - 1], sentence.words[at], readings[at]];
    const isJoined = joint !== undefined && ['и', 'или', 'либо'].includes(joint.folded);
    if (word === undefined || reading?.partOfSpeech !== 'PRTF' || !isJoined) continue;
    const agreement = agreementOf(noun, parse);
    const own = word.parses.find(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'PRTF' && (grammemes & parse.grammemes & cases) !== 0,
    );
    if (own === undefined || agreement === undefined || !isActive(own) || !isActive(parse)) return undefined;
    const verb = finite(dictionary, own, agreement);
    if (verb === undefined) return undefined;
    text += (done === from ? '' : between(document.text, sentence.words, done, at)) + verb;
    done = at;
  }
  return { text, last: done };
}

function between(text: string, words: readonly Word[], one: number, two: number): string {
  return text.slice(words[one]?.end, words[two]?.start);
}
