import { type LetterPart, type LinterOptions, letterParts, type RequiredPart } from '@ponyatno/lint-rules';

/** A part that a letter must have, as it stands in the letter. */
export interface PartState extends Pick<LetterPart, 'part' | 'clause' | 'advice' | 'place'> {
  /** `waiting`: its sentence is there, and a variable in it has no value yet. */
  readonly state: 'there' | 'waiting' | 'missing';
  /** The number of the block where it stands. */
  readonly block?: number;
  /** The variables its sentence waits for. */
  readonly unfilled: readonly string[];
}

const gap = '\n\n';
const blank = /\(\(([^()]+)\)\)/g;

/**
 * Looks for the parts that a letter must have. A sentence with an empty variable brings its part only in words: «запишем под
 * номером ((номер))» tells nobody a number.
 *
 * @param named the blocks of the letter, with `((name))` in place of variables without a value
 */
export function partStates(
  dictionary: LinterOptions['dictionary'],
  named: readonly string[],
  required: readonly RequiredPart[],
): PartState[] {
  const whole = named.join(gap);
  const ends: number[] = [];
  for (const text of named) ends.push((ends.at(-1) ?? 0) + text.length + gap.length);
  return letterParts(dictionary, whole, required, (sentence) => sentence.search(blank) >= 0).map(
    (one): PartState => {
      const { part, clause, advice, place, at } = one;
      const known = { part, advice, place, ...(clause === undefined ? {} : { clause }) };
      if (at === undefined) return { ...known, state: 'missing', unfilled: [] };
      const names = [...whole.slice(at.start, at.end).matchAll(blank)].map(([, name = '']) => name);
      const unfilled = [...new Set(names)];
      const block = ends.findIndex((end) => at.start < end);
      return { ...known, state: unfilled.length > 0 ? 'waiting' : 'there', block, unfilled };
    },
  );
}
