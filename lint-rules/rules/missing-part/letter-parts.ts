import { type Dictionary, russianToNlcst } from '@ponyatno/russian';
import { cleanText } from '../../clean-text.ts';
import { documentOf } from '../../document.ts';
import type { RequiredPart, Span } from '../../types.ts';
import { type Place, parts } from './parts.ts';
import { sentencesWith } from './recognise.ts';
import { tellingOf } from './telling.ts';

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
  dictionary: Dictionary,
  source: string,
  required: readonly RequiredPart[],
  isEmpty: (sentence: string) => boolean = () => false,
): LetterPart[] {
  if (required.length === 0) return [];
  const { text, toSource } = cleanText(source);
  const document = documentOf(russianToNlcst(text), text, dictionary);
  const letter = tellingOf(document);
  const spans = document.sentences.map(toSource);
  const isComplete = (index: number) => !isEmpty(source.slice(spans[index]?.start, spans[index]?.end));
  return required.flatMap((one): LetterPart[] => {
    const known = parts[one.part];
    if (known === undefined) return [];
    const found = sentencesWith(known, letter);
    const best = found.find(isComplete) ?? found[0];
    const at = best === undefined ? undefined : spans[best];
    const { advice, place } = known;
    return [{ ...one, advice, place, ...(at === undefined ? {} : { at: { start: at.start, end: at.end } }) }];
  });
}
