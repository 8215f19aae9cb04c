import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patches } from './patches.ts';

const apply = (text: string, before: string, after: string) =>
  patches(before, after).reduce(
    (changed, { start, end, insert }) => changed.slice(0, start) + insert + changed.slice(end),
    text,
  );

describe('patches', () => {
  it('touches only what changes', () => {
    expect(patches('посредством звонка', 'по звонку')).not.toEqual([]);
    expect(patches('проверка', 'проверку')).toEqual([{ start: 7, end: 8, insert: 'у' }]);
    expect(patches('одно', 'одно')).toEqual([]);
  });

  it('goes from the end to the beginning', () => {
    const starts = patches('абвгд', 'хбвгц').map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
  });

  it('makes the one text out of the other, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', 'в', ' ', 'ё', '😀', '\uFFFC'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, before, after)).toBe(after);
      }),
    );
  });
});
