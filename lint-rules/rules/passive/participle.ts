import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { Clause } from './clause.ts';
import { states, statesBeforeInfinitive } from './states.ts';

/**
 * The analysis of a word as a short passive participle that is a predicate, or undefined. Any analysis counts, since
 * the first one is wrong too often; homonyms are told apart by the words around.
 */
export function shortParticiple(document: Document, sentence: Sentence, index: number): Parse | undefined {
  const { words } = sentence;
  const word = words[index];
  if (word === undefined || word.kind !== 'word') return undefined;
  const parse = word.parses.find(({ partOfSpeech }) => partOfSpeech === 'PRTS');
  if (parse === undefined || !(parse.known || isLikelyGuess(word, parse))) return undefined;
  if (states.has(parse.lemma)) return undefined;
  if (statesBeforeInfinitive.has(parse.lemma) && isInfinitiveNear(words, index)) return undefined;
  if (isShouting(word) || isName(words, index)) return undefined;
  const isAmbiguous = hasHomonym(word);
  if (!isAmbiguous && !isPluralVerb(word)) return parse;
  const clause = new Clause(document, sentence, index);
  if (clause.hasAuxiliary()) return parse;
  if (!isAmbiguous) return clause.hasPluralBefore() ? undefined : parse;
  return isAdverb(word) && clause.isBesideNeuter() ? parse : undefined;
}

/** A participle the dictionary does not know: «вакцинирован». */
function isLikelyGuess(word: Word, parse: Parse): boolean {
  return (
    parse === word.parses[0] && /(?:ован|ирован|ен|ан|т)[аоы]?$/.test(word.folded) && word.folded.length > 6
  );
}

/** «достигнут», «покинут»: of many, the future of a verb. */
function isPluralVerb({ parses, folded }: Word): boolean {
  return /нут$/.test(folded) && parses.some(isPlural);
}

function isPlural({ partOfSpeech, grammemes }: Parse): boolean {
  return partOfSpeech === 'VERB' && (grammemes & Grammeme.plur) !== 0;
}

/** «окно открыто», but «открыто говорить». */
function isAdverb({ parses }: Word): boolean {
  return parses.some(({ partOfSpeech }) => partOfSpeech === 'ADVB');
}

/** Other readings that are likelier than the participle: «видимо», «знаем», «спит», «открыто». */
function hasHomonym({ parses, folded }: Word): boolean {
  if (/[еи]м$/.test(folded)) return true;
  const weight = (partsOfSpeech: readonly string[]) =>
    parses.reduce(
      (sum, parse) => sum + (partsOfSpeech.includes(parse.partOfSpeech) ? parse.probability : 0),
      0,
    );
  const participle = weight(['PRTS', 'ADJS']);
  return weight(['VERB', 'NOUN', 'ADVB', 'CONJ', 'PRCL', 'ADJF', 'NPRO', 'PREP', 'INTJ']) > participle;
}

function isInfinitiveNear(words: readonly Word[], index: number): boolean {
  return words
    .slice(index + 1, index + 5)
    .some((word) => word.parses.some(({ partOfSpeech }) => partOfSpeech === 'INFN'));
}

/** Letters of an abbreviation: «ЛИТО». */
function isShouting({ text }: Word): boolean {
  return text.length < 6 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** A capital inside a sentence: a name such as «Юхан». */
function isName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || index === 0 || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  return (
    word.parses.some(({ grammemes }) => grammemes & Grammeme.name) || !word.parses.some(({ known }) => known)
  );
}
