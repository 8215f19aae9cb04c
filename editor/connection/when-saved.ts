import type { SaveState } from './save-state.ts';

/** How long saving may take on a slow line. */
const savingMs = 8_000;
/** How long a line that has just dropped may take to come back: mostly it does at once. */
const offlineMs = 3_000;
const everyMs = 50;

/**
 * Waits until the server has every change.
 *
 * @param current gives the state line as it is now
 * @returns the state that ended the waiting: «saved», or the one that lasted too long
 */
export async function whenSaved(current: () => SaveState): Promise<SaveState> {
  const start = Date.now();
  for (;;) {
    const state = current();
    if (state.kind === 'saved' || Date.now() - start >= patienceOf(state)) return state;
    await new Promise((done) => setTimeout(done, everyMs));
  }
}

function patienceOf({ kind }: SaveState): number {
  if (kind === 'saving' || kind === 'connecting') return savingMs;
  return kind === 'offline' ? offlineMs : 0;
}
