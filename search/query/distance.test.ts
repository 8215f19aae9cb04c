import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlipMeasure, slipCost } from './distance.ts';

const word = array(constantFrom(...'абоеитьншкр'), { minLength: 0, maxLength: 12 }).map((letters) =>
  letters.join(''),
);

describe('the cost of a slip', () => {
  it.each([
    ['обращение', 'обращение', 0],
    ['абращение', 'обращение', 6],
    ['обарщение', 'обращение', 8],
    ['обращениу', 'обращение', 10],
    ['обращенте', 'обращение', 8],
    ['корупция', 'коррупция', 6],
    ['обжаловаться', 'обжаловатся', 7],
    ['обращние', 'обращение', 10],
    ['обрацение', 'обращение', 10],
    ['хобращение', 'обращение', 10],
  ])('%s → %s costs %i', (typed, meant, expected) => {
    expect(slipCost(typed, meant, 30)).toBe(expected);
  });

  it('gives one more than the limit when it is over', () => {
    expect(slipCost('жалоба', 'сервитут', 20)).toBe(21);
    expect(slipCost('а'.repeat(50), 'а'.repeat(50), 20)).toBe(21);
  });

  it('is nought for the same word, never depends on the order, and a limit changes only what is over it', () => {
    assert(
      property(word, word, (one, other) => {
        const free = slipCost(one, other, 1000);
        expect(slipCost(one, one, 1000)).toBe(0);
        expect(slipCost(other, one, 1000)).toBe(free);
        expect(slipCost(one, other, 16)).toBe(Math.min(free, 17));
        expect(free).toBeLessThanOrEqual(10 * Math.max(one.length, other.length));
      }),
    );
  });

  it('is the same for a word among its neighbours in a sorted list', () => {
    assert(
      property(
        word,
        array(word, { maxLength: 30 }),
        constantFrom(5, 10, 17, 22, 28, 38, 100),
        (one, words, limit) => {
          const measure = new SlipMeasure(one, limit);
          let before = '';
          const costs = words.sort().map((other) => {
            let shared = 0;
            while (shared < before.length && before[shared] === other[shared]) shared++;
            before = other;
            return measure.cost(other, shared);
          });
          expect(costs).toEqual(words.map((other) => slipCost(one, other, limit)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never costs less than the difference of lengths allows', () => {
    assert(
      property(word, word, (one, other) => {
        expect(slipCost(one, other, 1000)).toBeGreaterThanOrEqual(6 * Math.abs(one.length - other.length));
      }),
    );
  });
});
