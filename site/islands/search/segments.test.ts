import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from './segments.ts';

describe('segments', () => {
  it('cuts a text at the found words', () => {
    expect(
      segments('ответ на письмо', [
        [0, 5],
        [9, 15],
      ]),
    ).toEqual([
      { text: 'ответ', found: true },
      { text: ' на ', found: false },
      { text: 'письмо', found: true },
    ]);
  });

  it('gives a text without marks as it is, and nothing for no text', () => {
    expect(segments('ответ', [])).toEqual([{ text: 'ответ', found: false }]);
    expect(segments('', [])).toEqual([]);
  });

  it('loses and repeats no letter, whatever the marks', () => {
    const mark = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(mark), (text, marks) => {
        const valid = marks.filter(([start]) => start >= 0);
        expect(
          segments(text, valid)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
