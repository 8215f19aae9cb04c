import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import { deedOf, isDeedBefore } from './deverbal.ts';

/** Nouns of action that hang together without a verb between them. */
export interface Cluster {
  /** Indexes of the nouns. */
  readonly nouns: readonly number[];
  /** The infinitives that say the same. */
  readonly verbs: readonly string[];
}

/** How many words may stand between two nouns of a cluster. */
const gap = 4;

const predicates: ReadonlySet<string> = new Set(['VERB', 'INFN', 'PRTS', 'GRND', 'PRED']);

/** Clusters of at least two nouns of action: «принятие решения о предоставлении субсидии». */
export function* clusters(
  document: Document,
  sentence: Sentence,
  readings: readonly Parse[],
): Generator<Cluster> {
  let nouns: number[] = [];
  for (const index of sentence.words.keys()) {
    const reading = readings[index];
    if (reading === undefined) continue;
    const last = nouns.at(-1);
    const ends =
      last !== undefined &&
      (index - last > gap + 1 || predicates.has(reading.partOfSpeech) || breaks(document, sentence, index));
    if (ends) {
      if (nouns.length > 1) yield clusterOf(nouns, readings);
      nouns = [];
    }
    const next = readings[index + 1];
    const genitive = next?.partOfSpeech === 'NOUN' && next.grammemes & Grammeme.gent ? next.lemma : undefined;
    if (reading.partOfSpeech === 'NOUN' && isDeedBefore(reading.lemma, genitive)) nouns.push(index);
  }
  if (nouns.length > 1) yield clusterOf(nouns, readings);
}

/** A comma only lists; any other sign ends the phrase. */
function breaks(document: Document, { words }: Sentence, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  return (
    before !== undefined &&
    word !== undefined &&
    /[;:()—–«»]/.test(document.text.slice(before.end, word.start))
  );
}

function clusterOf(nouns: readonly number[], readings: readonly Parse[]): Cluster {
  const verbs = nouns.map((index) => {
    const deed = deedOf(readings[index]?.lemma ?? '');
    return deed?.perfective ?? deed?.imperfective ?? '';
  });
  return { nouns, verbs: [...new Set(verbs)].filter(Boolean) };
}
