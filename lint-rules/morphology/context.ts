import { cases, type Parse, type Tagger, tokenize } from '@ponyatno/russian';
import type { Document, Sentence } from '../document.ts';

/** Remembered apart for each tagger: rules of one run share their readings. */
const remembered = new WeakMap<Sentence, WeakMap<object, readonly Parse[]>>();

/** Stands for «no tagger» in the memory. */
const untagged = {};

/**
 * What each word of a sentence is in its context: of all its analyses the one that the tagger chooses. Without a tagger
 * the likeliest analysis, which has the right case three times in four instead of nine times in ten.
 */
export function readingsOf(document: Document, sentence: Sentence, tagger?: Tagger): readonly Parse[] {
  const key = tagger ?? untagged;
  const ofSentence = remembered.get(sentence) ?? new WeakMap<object, readonly Parse[]>();
  remembered.set(sentence, ofSentence);
  const known = ofSentence.get(key);
  if (known) return known;
  const readings = tagger ? tagged(document, sentence, tagger) : sentence.words.map(likeliest);
  ofSentence.set(key, readings);
  return readings;
}

function tagged(document: Document, sentence: Sentence, tagger: Tagger): Parse[] {
  const tokens = tokenize(document.text.slice(sentence.start, sentence.end));
  const byStart = new Map<number, Parse>();
  for (const [index, parse] of tagger.tag(tokens).entries()) {
    const start = tokens[index]?.start;
    if (parse !== undefined && start !== undefined) byStart.set(sentence.start + start, parse);
  }
  return sentence.words.map((word) => byStart.get(word.start) ?? likeliest(word));
}

const unknown: Parse = {
  lemma: '',
  partOfSpeech: 'UNKN',
  grammemes: 0,
  tag: 'UNKN',
  probability: 1,
  known: false,
};

function likeliest({ parses: [first] }: Sentence['words'][number]): Parse {
  return first ?? unknown;
}

/**
 * The sentence with no analyses of its words but those with the case that they have in its context: for what has to be
 * sure where a noun phrase ends («отделом социальной защиты»).
 */
export function inContext(sentence: Sentence, readings: readonly Parse[]): Sentence {
  const words = sentence.words.map((word, index) => {
    const reading = readings[index];
    const own = reading === undefined ? 0 : reading.grammemes & cases;
    const parses = word.parses.filter(
      ({ partOfSpeech, grammemes }) =>
        partOfSpeech === reading?.partOfSpeech && (own === 0 || (grammemes & own) !== 0),
    );
    return parses.length > 0 ? { ...word, parses } : word;
  });
  return { ...sentence, words };
}
