import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmLine } from './calm-line.ts';
import type { SaveState, SaveStateKind } from './save-state.ts';

const state = (kind: SaveStateKind, keptHere = true): SaveState => ({
  kind,
  text: kind,
  unsafe: kind !== 'saved',
  keptHere,
});

describe('calmLine', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What is shown while these states come, so many milliseconds after each other. */
  function shownOf(states: readonly SaveState[], everyMs: number): string[] {
    const shown: string[] = [];
    const tell = calmLine(({ kind, keptHere }) => shown.push(keptHere ? kind : `${kind}, not here`));
    for (const each of states) {
      tell(each);
      vi.advanceTimersByTime(everyMs);
    }
    return shown;
  }

  it('says «saved» once when the keys have stopped, not after each of them', () => {
    const key = [state('saving', false), state('saving'), state('saved')];
    expect(shownOf([state('saved'), ...key, ...key, ...key], 30)).toEqual(['saved', 'saving, not here']);
    expect(shownOf([state('saved'), ...key, ...key, state('saved')], 260).at(-1)).toBe('saved');
  });

  it.each<SaveStateKind>(['offline', 'storage', 'refused', 'gone'])('says «%s» at once', (kind) => {
    expect(shownOf([state('saved'), state('saving'), state(kind)], 1)).toEqual(['saved', 'saving', kind]);
  });

  it('never says «saved» when a change came after it', () => {
    const shown: string[] = [];
    const tell = calmLine(({ kind }) => shown.push(kind));
    for (const kind of ['saved', 'saving', 'saved', 'saving'] as const) tell(state(kind));
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual(['saved', 'saving']);
  });

  it('says nothing twice', () => {
    expect(shownOf([state('saved'), state('saved'), state('offline'), state('offline')], 300)).toEqual([
      'saved',
      'offline',
    ]);
  });
});
