import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPlainText, cleanText } from './clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['при\u00adдёт', 'придёт'],
    ['п.\u00a04.8', 'п.\u00a04.8'],
    ['слово \u00a0\u00a0 слово', 'слово слово'],
    ['а\t\tб', 'а б'],
    ['\uf0b7знак\ufeff', 'знак'],
    ['12\u202f000', '12\u202f000'],
  ])('«%s» becomes «%s»', (given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it('loses no letter, digit or sign', () => {
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}\p{P}]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(letters(cleanText(text))).toBe(letters(text));
        expect(letters(cleanPlainText(text))).toBe(letters(text));
      }),
    );
  });
});

it('cleanPlainText: lines stay lines, empty ones do not pile up', () => {
  expect(cleanPlainText('\r\n Первая  строка \r\n\r\n\r\n\r\nВторая\vТретья\n')).toBe(
    'Первая строка\n\nВторая\nТретья',
  );
});
