import type { RequiredPart } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { type PartState, partStates } from '../lint/part-states.ts';

let dictionary: ReturnType<typeof openDictionary> | undefined;

/**
 * The required parts that a letter lacks, on the server. A part whose sentence waits for a value is there: the empty
 * variable is told on its own.
 *
 * @param named the blocks of the letter, with `((name))` in place of variables without a value
 */
export function missingParts(named: readonly string[], required: readonly RequiredPart[]): PartState[] {
  if (required.length === 0) return [];
  dictionary ??= openDictionary();
  return partStates(dictionary, named, required).filter(({ state }) => state === 'missing');
}
