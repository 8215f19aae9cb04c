import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, type Key, step } from './keys.ts';

const key = (fields: Partial<Key>): Key => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...fields,
});

describe('keys of the search box', () => {
  it.each([
    [{ key: 'ArrowDown' }, 'next'],
    [{ key: 'ArrowUp' }, 'previous'],
    [{ key: 'Enter' }, 'open'],
    [{ key: 'Escape' }, 'close'],
    [{ key: 'с', code: 'KeyC', ctrlKey: true }, 'copy'],
    [{ key: 'c', code: 'KeyC', metaKey: true }, 'copy'],
  ] as const)('understands %o', (fields, command) => {
    expect(commandOf(key(fields))).toBe(command);
  });

  it.each([
    [{ key: 'a' }],
    [{ key: 'Enter', isComposing: true }],
    [{ key: 'ArrowDown', altKey: true }],
    [{ key: 'C', code: 'KeyC', ctrlKey: true, shiftKey: true }],
    [{ key: 'toString' }],
  ])('leaves %o to the box', (fields) => {
    expect(commandOf(key(fields))).toBeUndefined();
  });

  it('walks through the answers and back to the box', () => {
    expect(step(-1, 'next', 2)).toBe(0);
    expect(step(0, 'next', 2)).toBe(1);
    expect(step(1, 'next', 2)).toBe(-1);
    expect(step(-1, 'previous', 2)).toBe(1);
    expect(step(-1, 'next', 0)).toBe(-1);
  });

  it('never leaves the list, and a step back undoes a step', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (count, at) => {
        const current = (at % (count + 1)) - 1;
        const after = step(current, 'next', count);
        expect(after).toBeGreaterThanOrEqual(-1);
        expect(after).toBeLessThan(count);
        expect(step(after, 'previous', count)).toBe(current);
      }),
    );
  });
});
