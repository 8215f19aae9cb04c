import type { SaveState } from './save-state.ts';

/** A typist's keys come closer together than this. */
const calmMs = 250;

/**
 * Tells a state line bad news at once and good news when it has lasted: a letter is saved after every key, and a line that
 * said so each time would flicker, and make the page lay itself out and paint twice a key.
 *
 * @param show told what to show, only when it differs from what is shown
 */
export function calmLine(show: (state: SaveState) => void): (state: SaveState) => void {
  let shown: SaveState | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function set(state: SaveState): void {
    if (shown !== undefined && isSame(shown, state)) return;
    shown = state;
    show(state);
  }

  return (state) => {
    clearTimeout(waiting);
    if (shown?.kind === 'saving' && isBetter(shown, state)) waiting = setTimeout(set, calmMs, state);
    else set(state);
  };
}

function isBetter(shown: SaveState, { kind, keptHere }: SaveState): boolean {
  return kind === 'saved' || (kind === 'saving' && keptHere && !shown.keptHere);
}

function isSame(one: SaveState, other: SaveState): boolean {
  return (
    one.kind === other.kind &&
    one.text === other.text &&
    one.unsafe === other.unsafe &&
    one.keptHere === other.keptHere
  );
}
