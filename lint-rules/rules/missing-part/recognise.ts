import type { Part } from './parts.ts';
import type { Told } from './telling.ts';

/** Which of a letter's sentences bring a part; none when it is not there. */
export function sentencesWith({ isTold }: Part, letter: readonly Told[]): number[] {
  return [...letter.keys()].filter((index) => isTold(letter, index));
}
