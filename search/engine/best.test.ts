import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { best } from './best.ts';

it('gives what sorting everything would give', () => {
  assert(
    property(
      array(integer({ min: 0, max: 9 }), { maxLength: 60 }),
      integer({ min: 0, max: 70 }),
      (worths, count) => {
        const items = worths.map((_, item) => item);
        const sorted = [...items].sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
        expect(best(items, count, (item) => worths[item] ?? 0)).toEqual(sorted.slice(0, count));
      },
    ),
  );
});
