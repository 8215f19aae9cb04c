import { type Dictionary, foldWord, Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { adjectives } from '../../morphology/adjective.ts';
import { agree } from '../../morphology/agreement.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { verbForm } from '../../morphology/verb.ts';
import { adverbOf } from './lights.ts';
import { type Action, isPassive, type Pair } from './pair.ts';

/** Where a pair stands. */
export interface Place {
  readonly document: Document;
  readonly dictionary: Dictionary;
  readonly sentence: Sentence;
  readonly pair: Pair;
}

/** What the noun governed, put after the verb; `last` is its last word. */
interface Complement {
  readonly text: string;
  readonly last: number;
}

/**
 * The verb in place of the pair: tense, person, number and gender stay, the object takes the case the new verb governs,
 * a passive without an actor becomes «проверяют». Undefined unless every word of the pair finds its place.
 */
export function rewrite(place: Place): Replacement | undefined {
  const { sentence, pair } = place;
  const form = verbOf(place);
  const complement = complementOf(place);
  const adverbs = adverbsOf(place);
  if (form === undefined || complement === undefined || adverbs === undefined) return undefined;
  const verbFirst = pair.verb < pair.noun;
  const kept = verbFirst
    ? keptBetween(place, pair.verb, adverbs.first)
    : keptBetween(place, complement.last, form.first);
  if (kept === undefined) return undefined;
  const first = Math.min(form.first, adverbs.first);
  const last = Math.max(complement.last, form.last);
  const verb = [...adverbs.words, form.text];
  const pieces = verbFirst ? [...verb, ...kept, complement.text] : [complement.text, ...kept, ...verb];
  const start = sentence.words[first]?.start;
  const end = sentence.words[last]?.end;
  if (start === undefined || end === undefined) return undefined;
  const text = pieces.filter(Boolean).join(' ');
  return { start, end, text: likeFirst(text, place.document.text.slice(start, end)) };
}

function likeFirst(text: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? capitalize(text) : text;
}

/** The new verb, and the words of the old one with its auxiliary. */
function verbOf(place: Place): { text: string; first: number; last: number } | undefined {
  const { dictionary, sentence, pair } = place;
  const { parse, action, verb } = pair;
  if (!isPassive(parse)) {
    const text = formOf(dictionary, action, parse, parse);
    return text === undefined ? undefined : { text, first: verb, last: verb };
  }
  if (hasActor(place)) return undefined;
  const auxiliary = auxiliaryOf(sentence.words, verb);
  const model = indefinite(parse, auxiliary?.parse);
  const text = model && formOf(dictionary, action, parse, model);
  const first = auxiliary === undefined ? verb : verb - 1;
  return text === undefined ? undefined : { text, first, last: verb };
}

function formOf(
  dictionary: Dictionary,
  action: Action,
  { grammemes }: Parse,
  model: Parse,
): string | undefined {
  const perfective = (grammemes & Grammeme.perf) !== 0;
  const future = (model.grammemes & Grammeme.futr) !== 0;
  // «приняли участие» → «участвовали», but «примем участие» has no one word.
  const infinitive = perfective
    ? (action.perfective ?? (future ? undefined : action.imperfective))
    : action.imperfective;
  return infinitive === undefined ? undefined : verbForm(dictionary, infinitive, model);
}

/** A passive with no actor is said by «они»: «проверяют», «проверили», «проверят». */
function indefinite(
  { partOfSpeech, grammemes, ...rest }: Parse,
  auxiliary: Parse | undefined,
): Parse | undefined {
  const plural = { ...rest, partOfSpeech: 'VERB' as const, tag: 'VERB' };
  const third = Grammeme.plur | Grammeme.per3;
  if (partOfSpeech === 'PRTS') {
    if (auxiliary === undefined || auxiliary.grammemes & Grammeme.past)
      return { ...plural, grammemes: Grammeme.plur | Grammeme.past };
    return auxiliary.grammemes & Grammeme.futr ? { ...plural, grammemes: third | Grammeme.futr } : undefined;
  }
  if (partOfSpeech !== 'VERB') return undefined;
  if (grammemes & Grammeme.past) return { ...plural, grammemes: Grammeme.plur | Grammeme.past };
  return grammemes & Grammeme.pres ? { ...plural, grammemes: third | Grammeme.pres } : undefined;
}

/** «была проведена», «будет проведена»; «быть проведена» has another subject. */
function auxiliaryOf(words: readonly Word[], verb: number): { parse: Parse } | undefined {
  const parse = words[verb - 1]?.parses.find(
    ({ lemma, partOfSpeech }) => lemma === 'быть' && partOfSpeech !== 'NOUN',
  );
  return parse && { parse };
}

/** Somebody named in the instrumental would have to become the subject. */
function hasActor({ sentence, pair }: Place): boolean {
  const { words } = sentence;
  const clause = words[pair.verb]?.clause;
  return words.some(
    (word, index) =>
      word.clause === clause &&
      index !== pair.noun &&
      words[index - 1]?.parses[0]?.partOfSpeech !== 'PREP' &&
      word.parses.some(
        ({ partOfSpeech, grammemes, probability }) =>
          (partOfSpeech === 'NOUN' || partOfSpeech === 'NPRO') &&
          grammemes & Grammeme.ablt &&
          probability > 0.3,
      ),
  );
}

/** What the noun governed, in the case that the verb governs. */
function complementOf(place: Place): Complement | undefined {
  for (const government of place.pair.action.governments) {
    const found = complementBy(place, government);
    if (found) return found;
  }
  return undefined;
}

const cases = { gent: Grammeme.gent, datv: Grammeme.datv, за: Grammeme.ablt, в: Grammeme.accs } as const;

function complementBy(
  { document, dictionary, sentence, pair }: Place,
  government: string,
): Complement | undefined {
  const { words } = sentence;
  if (government === 'same') return { text: '', last: pair.noun };
  if (government === 'infn') {
    const infinitive = words[pair.noun + 1]?.parses.some(({ partOfSpeech }) => partOfSpeech === 'INFN');
    return infinitive ? { text: '', last: pair.noun } : undefined;
  }
  if (!(government === 'gent' || government === 'datv' || government === 'в' || government === 'за'))
    return undefined;
  const preposition = government === 'в' || government === 'за';
  const next = words[pair.noun + 1];
  if (!adjacent(document, words[pair.noun], next)) return undefined;
  if (preposition && next?.folded !== government) return undefined;
  const start = pair.noun + (preposition ? 2 : 1);
  if (preposition && !adjacent(document, next, words[start])) return undefined;
  return recase(document, dictionary, sentence, start, cases[government], Grammeme.accs);
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
    const word = sentence.words[at];
    if (!adjacent(document, sentence.words[at - 1], word)) return undefined;
    if (at === before || word === undefined) break;
    if (!mayStay.has(word.parses[0]?.partOfSpeech ?? '')) return undefined;
    kept.push(word.text);
  }
  return kept;
}
