import type { Missing } from './completeness.ts';

/**
 * Why a letter cannot leave or go on: the input is wrong; the letter on the disk is not the one the person sees; the letter
 * lacks something and no reason was given; somebody else was first; the person has no right to it.
 */
export type LeavingFault = 'input' | 'changed' | 'incomplete' | 'state' | 'forbidden';

/** A letter cannot leave or go on; the message says the way out. */
export class LeavingError extends Error {
  override name = 'LeavingError';
  readonly fault: LeavingFault;
  readonly missing: readonly Missing[];

  constructor(fault: LeavingFault, message: string, missing: readonly Missing[] = []) {
    super(message);
    this.fault = fault;
    this.missing = missing;
  }
}
