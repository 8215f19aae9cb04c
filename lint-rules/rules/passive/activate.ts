import { type Dictionary, Grammeme, genders, numbers, type Parse, tenses } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { verbForm } from '../../morphology/verb.ts';
import type { Actor } from './actor.ts';
import { isAuxiliary } from './clause.ts';

/** A predicate and the one who acts. */
interface Place {
  readonly document: Document;
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  /** Index of the participle or of the reflexive verb. */
  readonly predicate: number;
  readonly parse: Parse;
  readonly agent: Actor;
}

/** Words of the sentence from one index to another, both included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * The active sentence: «решение принято комиссией», «комиссией принято решение» → «комиссия приняла решение». Only
 * where actor, predicate and object stand side by side and each has one reading.
 */
export function activate(place: Place): Replacement | undefined {
  const { document, sentence, agent } = place;
  const predicate = predicateOf(place);
  const actor = phraseOf(place, agent.index, Grammeme.ablt, Grammeme.nomn);
  const object = actor && objectOf(place, predicate, actor);
  const verb = actor && activeVerb(place, predicate);
  if (actor === undefined || object === undefined || verb === undefined) return undefined;
  if (!isSubject(place, object)) return undefined;
  const first = Math.min(actor.first, object.first, predicate.first);
  const last = Math.max(actor.last, object.last, predicate.last);
  const span = { start: sentence.words[first]?.start, end: sentence.words[last]?.end };
  if (span.start === undefined || span.end === undefined) return undefined;
  // Anything between the three would be lost.
  const length = [actor, object, predicate].reduce((sum, part) => sum + part.last - part.first + 1, 0);
  if (length !== last - first + 1 || !isRunning(document, sentence.words.slice(first, last + 1)))
    return undefined;
  const { words } = sentence;
  // A capital after «;» or a full stop that ends no sentence is that of a beginning too.
  const begins = first === 0 || !adjacent(document, words[first - 1], words[first]);
  const isFirst = begins && /^\p{Lu}/u.test(words[first]?.text ?? '');
  const lowered =
    first === object.first && isFirst ? lower(object.text, sentence.words[object.first]) : object.text;
  const text = `${actor.text} ${verb} ${lowered}`;
  return { start: span.start, end: span.end, text: isFirst ? capitalize(text) : text };
}

/** The first word of a sentence loses its capital when it moves, unless it is a name. */
function lower(text: string, word: Word | undefined): string {
  const name = word?.parses.some(({ grammemes, tag }) => grammemes & Grammeme.name || /\bAbbr\b/.test(tag));
  // «Ваш» in a letter keeps its polite capital.
  const polite = word?.keys.has('ваш') || word?.keys.has('вы');
  return name || polite ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function isRunning(document: Document, words: readonly Word[]): boolean {
  return words.every((word, index) => index === 0 || adjacent(document, words[index - 1], word));
}

/** The predicate with its auxiliary. */
function predicateOf({ sentence, predicate }: Place): Stretch {
  const before = sentence.words[predicate - 1];
  return { first: before && isAuxiliary(before) ? predicate - 1 : predicate, last: predicate };
}

/** A noun phrase whose head is at the index, in another case; it must not go on. */
function phraseOf(
  { document, dictionary, sentence }: Place,
  head: number,
  from: number,
  to: number,
): (Stretch & { text: string }) | undefined {
  for (let first = Math.max(0, head - 3); first <= head; first++) {
    const found = recase(document, dictionary, sentence, first, from, to);
    if (found?.last !== head || goesOn(document, sentence.words, head)) continue;
    return { first, last: head, text: found.text };
  }
  return undefined;
}

/** «комиссией департамента»: what belongs to the noun would have to move with it. */
function goesOn(document: Document, words: readonly Word[], head: number): boolean {
  const next = words[head + 1];
  if (next === undefined || !adjacent(document, words[head], next)) return false;
  return next.parses.some(
    ({ partOfSpeech, grammemes, probability }) =>
      (partOfSpeech === 'NOUN' || partOfSpeech === 'ADJF') && grammemes & Grammeme.gent && probability > 0.1,
  );
}

/** The subject of the passive: right before the predicate, or after it when the actor stands before. */
function objectOf(
  place: Place,
  predicate: Stretch,
  actor: Stretch,
): (Stretch & { text: string }) | undefined {
  const { document, dictionary, sentence } = place;
  if (actor.first > predicate.last) return phraseOf(place, predicate.first - 1, Grammeme.nomn, Grammeme.accs);
  const start = predicate.last + 1;
  const found = recase(document, dictionary, sentence, start, Grammeme.nomn, Grammeme.accs);
  return found && { first: start, last: found.last, text: found.text };
}

/**
 * Whether the noun is what the passive says something of: they agree, and no noun stands before it whose genitive it may
 * be («проверки площадки проводятся комиссией» are no «площадки»).
 */
function isSubject({ document, sentence: { words }, parse }: Place, object: Stretch): boolean {
  const head = words[object.last];
  const before = words[object.first - 1];
  const nominative = (word: Word | undefined) =>
    word?.parses.filter(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.nomn,
    ) ?? [];
  const agrees = ({ grammemes }: Parse) => {
    const number = parse.grammemes & numbers;
    if ((grammemes & number) === 0) return false;
    const gender = parse.grammemes & genders;
    return number === Grammeme.plur || gender === 0 || (grammemes & gender) !== 0;
  };
  if (!nominative(head).some(agrees)) return false;
  const genitive = head?.parses.some(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.gent,
  );
  return !genitive || !adjacent(document, before, words[object.first]) || !nominative(before).some(agrees);
}

/** The verb that agrees with the actor, in the tense of the passive. */
function activeVerb({ dictionary, sentence, parse, agent }: Place, predicate: Stretch): string | undefined {
  const auxiliary = sentence.words[predicate.first]?.parses.find(({ lemma }) => lemma === 'быть');
  const isParticiple = parse.partOfSpeech === 'PRTS';
  const tense = (isParticiple ? (auxiliary?.grammemes ?? Grammeme.past) : parse.grammemes) & tenses;
  const number = agent.noun.grammemes & numbers;
  if (tense === 0 || (auxiliary && auxiliary.partOfSpeech !== 'VERB')) return undefined;
  const past = (tense & Grammeme.past) !== 0;
  const gender = past && number === Grammeme.sing ? agent.noun.grammemes & genders : 0;
  const model: Parse = {
    ...parse,
    partOfSpeech: 'VERB',
    tag: 'VERB',
    grammemes: tense | number | gender | (past ? 0 : Grammeme.per3),
  };
  return verbForm(dictionary, parse.lemma.replace(/(?:ся|сь)$/, ''), model);
}
