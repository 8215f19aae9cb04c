import { sentences as sentencesOf } from '@ponyatno/russian';
import type { RequiredPart, Span } from '../../types.ts';
import { type Place, parts } from './parts.ts';
import { folded, sentencesWith } from './recognise.ts';

/** A part that a letter must have, and where it stands. */
export interface LetterPart extends RequiredPart {
  /** What to write. */
  readonly advice: string;
  /** Where in a letter it belongs. */
  readonly place: Place;
  /** The sentence that brings it; undefined while it is missing. */
  readonly at?: Span;
}

/**
 * The parts that a letter must have, each with the sentence that brings it. Of several such sentences the first one that is
 * complete counts, one without an empty variable.
 *
 * @param isEmpty whether something in a sentence still waits for its value
 */
export function letterParts(
  text: string,
  required: readonly RequiredPart[],
  isEmpty: (sentence: string) => boolean = () => false,
): LetterPart[] {
  const spans = required.length === 0 ? [] : sentencesOf(text);
  const wordings = spans.map(({ start, end }) => text.slice(start, end));
  const signs = wordings.map(folded);
  return required.flatMap((one): LetterPart[] => {
    const known = parts[one.part];
    if (known === undefined) return [];
    const found = sentencesWith(one.part, known, signs);
    const best = found.find((index) => !isEmpty(wordings[index] ?? '')) ?? found[0];
    const at = best === undefined ? undefined : spans[best];
    const { advice, place } = known;
    return [{ ...one, advice, place, ...(at === undefined ? {} : { at: { start: at.start, end: at.end } }) }];
  });
}
