import { Grammeme } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { type Action, transitiveAction } from './actions.ts';
import type { Place } from './rewrite.ts';

/** What the noun governed, put after the verb; `last` is its last word. */
export interface Complement {
  readonly text: string;
  readonly last: number;
  /** A second deed with the same object: «проверку и анализ документов». */
  readonly second?: Action;
  /** What joins the two. */
  readonly joint?: string;
}

/** What the noun governed, in the case that the verb governs. */
export function complementOf(place: Place): Complement | undefined {
  for (const government of place.pair.action.governments) {
    const found = complementBy(place, government);
    if (found) return found;
  }
  return jointComplement(place);
}

/** The prepositions whose noun becomes the object, with their cases. */
const governed = {
  за: Grammeme.ablt,
  над: Grammeme.ablt,
  под: Grammeme.ablt,
  в: Grammeme.accs,
  на: Grammeme.accs,
  к: Grammeme.datv,
} as const;

const isPreposition = (government: string): government is keyof typeof governed => government in governed;

/** A relative clause of the noun has no noun to belong to when that becomes a verb. */
const relative = new Set(['который', 'где', 'какой', 'чей']);

function complementBy(place: Place, government: string): Complement | undefined {
  const { document, dictionary, sentence, pair } = place;
  const { words } = sentence;
  const next = words[pair.deed + 1];
  if (government === 'same') return isFreeAfter(place, pair.deed) ? { text: '', last: pair.deed } : undefined;
  if (government === 'infn') {
    const infinitive = next?.parses.some(({ partOfSpeech }) => partOfSpeech === 'INFN');
    return infinitive ? { text: '', last: pair.deed } : undefined;
  }
  if (!adjacent(document, words[pair.deed], next)) return undefined;
  if (government === 'gent' || government === 'datv') {
    return recase(document, dictionary, sentence, pair.deed + 1, Grammeme[government], Grammeme.accs);
  }
  if (!isPreposition(government) || next?.folded.replace(/^(над|под|в|к)о$/, '$1') !== government)
    return undefined;
  if (!adjacent(document, next, words[pair.deed + 2])) return undefined;
  return recase(document, dictionary, sentence, pair.deed + 2, governed[government], Grammeme.accs);
}

/** «оказал помощь, которая спасла»: the noun has to stay. */
function isFreeAfter({ document, sentence }: Place, at: number): boolean {
  const [noun, next] = [sentence.words[at], sentence.words[at + 1]];
  if (noun === undefined || next === undefined) return true;
  const between = document.text.slice(noun.end, next.start);
  const joins = /^\s+$/.test(between) && ['и', 'или', 'либо'].includes(next.folded);
  if (joins) return !mayBeObject(sentence.words[at + 2]);
  if (!between.includes(',')) return true;
  const isParticiple = next.parses.some(({ partOfSpeech }) => partOfSpeech === 'PRTF');
  return !isParticiple && ![...next.keys].some((key) => relative.has(key));
}

/** «помощь и поддержку»: both are objects of the verb that goes. */
function mayBeObject(word: Word | undefined): boolean {
  return (
    word?.parses.some(
      ({ partOfSpeech, grammemes }) =>
        (partOfSpeech === 'NOUN' || partOfSpeech === 'ADJF') && (grammemes & Grammeme.accs) !== 0,
    ) ?? false
  );
}

/** «проверку и анализ документов» → «проверил и проанализировал документы». */
function jointComplement({ document, dictionary, sentence, pair }: Place): Complement | undefined {
  const { words } = sentence;
  const [noun, joint, other] = words.slice(pair.deed, pair.deed + 3);
  if (pair.noun !== pair.deed || pair.verb > pair.noun || !pair.action.governments.includes('gent'))
    return undefined;
  if (joint?.folded !== 'и' || !adjacent(document, noun, joint) || !adjacent(document, joint, other))
    return undefined;
  const second = other?.parses
    .filter(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & (Grammeme.accs | Grammeme.nomn),
    )
    .map(({ lemma }) => transitiveAction(lemma))
    .find((one) => one !== undefined);
  if (second === undefined || !adjacent(document, other, words[pair.deed + 3])) return undefined;
  const object = recase(document, dictionary, sentence, pair.deed + 3, Grammeme.gent, Grammeme.accs);
  return object && { ...object, second, joint: joint.text };
}
