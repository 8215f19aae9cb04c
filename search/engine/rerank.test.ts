import { openDictionary } from '@ponyatno/russian/node';
import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherAgencies, otherIndex } from '../evaluation/other/index.ts';
import { search } from './search.ts';

describe('the closer look', () => {
  it('KB-2: leaves no page unread that belongs among the best', () => {
    for (const agency of otherAgencies) {
      const index = otherIndex(openDictionary(), agency);
      const words = index.vocabulary.data.forms.filter((form) => /^[а-я]{2,}$/.test(form));
      assert(
        property(
          array(constantFrom(...words), { minLength: 1, maxLength: 5 }),
          integer({ min: 0, max: 12 }),
          constantFrom('staff', 'public'),
          (typed, limit, audience) => {
            const query = typed.join(' ');
            const all = search(index, query, { audience, limit: 100 }).hits;
            expect(search(index, query, { audience, limit }).hits, query).toEqual(all.slice(0, limit));
          },
        ),
        { numRuns: 300 },
      );
    }
  });
});
