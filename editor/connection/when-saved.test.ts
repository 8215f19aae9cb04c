import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveStateKind } from './save-state.ts';
import { whenSaved } from './when-saved.ts';

/** What a line says from each of these moments on, in milliseconds. */
function line(...changes: readonly (readonly [number, SaveStateKind])[]) {
  // From the first look on: the table of cases is made long before its tests run.
  let start: number | undefined;
  return () => {
    start ??= Date.now();
    const kind = changes.findLast(([from]) => Date.now() - (start ?? 0) >= from)?.[1] ?? 'saving';
    return { kind, text: kind, unsafe: false, keptHere: false };
  };
}

describe('whenSaved', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<[string, ReturnType<typeof line>, SaveStateKind, number]>([
    ['does not wait for what is saved', line([0, 'saved']), 'saved', 0],
    ['waits for what is on its way', line([0, 'saving'], [5_000, 'saved']), 'saved', 5_000],
    [
      'waits for a line that drops for a moment',
      line([0, 'offline'], [600, 'connecting'], [700, 'saved']),
      'saved',
      700,
    ],
    ['gives a line up that stays down', line([0, 'offline']), 'offline', 3_000],
    ['gives a server up that never answers', line([0, 'saving']), 'saving', 8_000],
    ['does not wait for a server that refuses', line([0, 'storage']), 'storage', 0],
  ])('%s', async (_, current, kind, at) => {
    const start = Date.now();
    const waiting = whenSaved(current).then((state) => [state.kind, Date.now() - start]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await waiting).toEqual([kind, at]);
  });
});
