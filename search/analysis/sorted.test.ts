import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, prefixRange } from './sorted.ts';

describe('a sorted list of words', () => {
  it('finds the place of a word in a sorted list', () => {
    assert(
      property(
        array(constantFrom('а', 'б', 'в', 'аб', 'бв')),
        constantFrom('а', 'б', 'ав', 'я'),
        (list, word) => {
          list.sort();
          const place = lowerBound(list, word);
          expect(list.slice(0, place).every((other) => other < word)).toBe(true);
          expect(list.slice(place).every((other) => other >= word)).toBe(true);
        },
      ),
    );
  });

  it('gives the words that begin alike', () => {
    const list = ['ответ', 'отвечать', 'отдел', 'отказ', 'приём'];
    expect(list.slice(...prefixRange(list, 'отв'))).toEqual(['ответ', 'отвечать']);
    expect(list.slice(...prefixRange(list, 'я'))).toEqual([]);
    expect(list.slice(...prefixRange(list, ''))).toEqual(list);
  });
});
