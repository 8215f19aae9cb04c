import { type Dictionary, foldWord, Grammeme } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { agree } from '../../morphology/agreement.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';
import { type Subject, subjectOf } from './actor.ts';
import { type Complement, complementOf } from './complement.ts';
import { adverbOf } from './lights.ts';
import { isAttribute, type Pair } from './pair.ts';
import { formOf, predicateOf } from './predicate.ts';

/** Where a pair stands. */
export interface Place {
  readonly document: Document;
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  readonly pair: Pair;
}

/**
 * The verb in place of the pair: tense, person, number and gender stay, the object takes the case the new verb governs,
 * the one named in the instrumental becomes the subject, a passive without an actor becomes «проверяют». Undefined
 * unless every word of the pair finds its place.
 */
export function rewrite(place: Place): Replacement | undefined {
  const { pair } = place;
  if (isAttribute(pair.parse)) return withoutAttribute(place);
  if (isUnfinished(place)) return undefined;
  const adverbs = adverbsOf(place);
  const complement = complementOf(place);
  const actor = subjectOf(place, complement?.last);
  if (adverbs === undefined || complement === undefined || actor === null) return undefined;
  if (isOwnNoun(place, complement)) return undefined;
  const verb = predicateOf(place, actor);
  if (verb === undefined) return undefined;
  const second = complement.second && formOf(place, complement.second, verb.model);
  if (complement.second && second === undefined) return undefined;
  const predicate = [...adverbs.words, verb.text, ...(second ? [complement.joint ?? 'и', second] : [])].join(
    ' ',
  );
  return pair.verb < pair.noun
    ? verbFirst(place, { predicate, verb, adverbs, complement, actor })
    : nounFirst(place, { predicate, verb, adverbs, complement, actor });
}

/** «осуществляющие перевозку организации»: the noun after the pair is the participle's own, not what is carried. */
function isOwnNoun({ document, sentence, pair }: Place, { last }: Complement): boolean {
  const [before, verb, noun] = [
    sentence.words[pair.verb - 1],
    sentence.words[pair.verb],
    sentence.words[last],
  ];
  if (pair.parse.partOfSpeech !== 'PRTF' || last <= pair.deed || !verb || !noun) return false;
  // After a comma the noun stands before it: «организации, осуществляющие перевозку детей».
  if (before && /,\s*$/.test(document.text.slice(before.end, verb.start))) return false;
  return adjectives(verb).some((one) => noun.parses.some((other) => agree(one, other)));
}

/** «Приняли меры по устранению» does not say that anything has been removed. */
function isUnfinished({ sentence, pair }: Place): boolean {
  const done = pair.parse.grammemes & Grammeme.perf && pair.parse.partOfSpeech !== 'INFN';
  return Boolean(done) && sentence.words[pair.noun]?.keys.has('мера') === true;
}

/** «проведённая проверка показала» → «проверка показала», when the participle has no words of its own. */
function withoutAttribute({ document, sentence, pair }: Place): Replacement | undefined {
  const { words } = sentence;
  const [participle, next] = [words[pair.verb], words[pair.verb + 1]];
  if (participle === undefined || next === undefined || pair.noun < pair.verb) return undefined;
  for (let at = pair.verb + 1; at <= pair.noun; at++) {
    const word = words[at];
    if (!adjacent(document, words[at - 1], word)) return undefined;
    if (at < pair.noun && (word === undefined || adjectives(word).length === 0)) return undefined;
  }
  // «принятые и направленные меры», «вновь проведённая проверка»: something else belongs to the participle.
  const before = words[pair.verb - 1];
  if (before?.parses.some(({ partOfSpeech }) => partOfSpeech === 'ADVB' || partOfSpeech === 'CONJ'))
    return undefined;
  return { start: participle.start, end: next.end, text: likeFirst(next.text, participle.text) };
}

interface Parts {
  readonly predicate: string;
  readonly verb: { readonly first: number; readonly last: number };
  readonly adverbs: { readonly first: number };
  readonly complement: Complement;
  readonly actor: Subject | undefined;
}

/** «[комиссией] проведена проверка школы» → «[комиссия] проверила школу». */
function verbFirst(
  place: Place,
  { predicate, verb, adverbs, complement, actor }: Parts,
): Replacement | undefined {
  const kept = keptBetween(place, verb.last, adverbs.first);
  if (kept === undefined || (actor && actor.last !== verb.first - 1)) return undefined;
  const pieces = [actor?.text, predicate, ...kept, complement.text];
  return replacementOf(place, actor?.first ?? verb.first, complement.last, pieces);
}

/** «проверка школы проведена [комиссией]» → «школу проверила [комиссия]». */
function nounFirst(
  place: Place,
  { predicate, verb, adverbs, complement, actor }: Parts,
): Replacement | undefined {
  const kept = keptBetween(place, complement.last, verb.first);
  if (kept === undefined || (actor && actor.first !== verb.last + 1)) return undefined;
  const pieces = [complement.text, ...kept, predicate, actor?.text];
  return replacementOf(place, adverbs.first, actor?.last ?? verb.last, pieces);
}

function replacementOf(
  { document, sentence }: Place,
  first: number,
  last: number,
  pieces: readonly (string | undefined)[],
): Replacement | undefined {
  const [start, end] = [sentence.words[first]?.start, sentence.words[last]?.end];
  if (start === undefined || end === undefined) return undefined;
  const text = pieces.filter(Boolean).join(' ');
  return { start, end, text: likeFirst(text, document.text.slice(start, end)) };
}

function likeFirst(text: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? capitalize(text) : text;
}

/** Adjectives of the noun as adverbs: «тщательную проверку» → «тщательно проверять»; undefined for other adjectives. */
function adverbsOf({ document, sentence, pair }: Place): { words: string[]; first: number } | undefined {
  const noun = sentence.words[pair.noun];
  const adverbs: string[] = [];
  let first = pair.noun;
  for (let at = pair.noun - 1; at >= 0 && at !== pair.verb; at--) {
    const word = sentence.words[at];
    const own = word && adjectives(word).filter((one) => noun?.parses.some((other) => agree(one, other)));
    if (!own?.length || !adjacent(document, word, sentence.words[at + 1])) break;
    const adverb = own.map(({ lemma }) => adverbOf.get(foldWord(lemma))).find((one) => one !== undefined);
    if (adverb === undefined) return undefined;
    adverbs.unshift(adverb);
    first = at;
  }
  return { words: adverbs, first };
}

const mayStay: ReadonlySet<string> = new Set(['ADVB', 'PRCL', 'NPRO']);

/** Words between that stay: adverbs and pronouns; undefined when something else stands there, or punctuation. */
function keptBetween({ document, sentence }: Place, after: number, before: number): string[] | undefined {
  const kept: string[] = [];
  for (let at = after + 1; at <= before; at++) {
    const word: Word | undefined = sentence.words[at];
    if (!adjacent(document, sentence.words[at - 1], word)) return undefined;
    if (at === before || word === undefined) break;
    if (!mayStay.has(word.parses[0]?.partOfSpeech ?? '')) return undefined;
    kept.push(word.text);
  }
  return kept;
}
