import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCyrillicLayout, inLatinLayout, otherLayout } from './layout.ts';

const words = new Set([
  'ответ',
  'на',
  'обращение',
  'как',
  'записаться',
  'приём',
  'объект',
  'люблю',
  'max',
  'срок',
]);
const recognise = (word: string, unfinished: boolean) =>
  words.has(word.toLowerCase()) ||
  (unfinished && word.length > 2 && [...words].some((known) => known.startsWith(word)));
const meant = (query: string) => otherLayout(query, recognise);

describe('the other keyboard layout', () => {
  it('takes the signs that are letters in the Russian layout', () => {
    expect(meant('jndtn yf j,hfotybt')).toBe('ответ на обращение');
    expect(inCyrillicLayout("j,]trn k.,k. ghb`v 'nj ;[")).toBe('объект люблю приём это жх');
  });

  it('leaves words alone that mean something as they stand', () => {
    expect(meant('ответ на обращение')).toBeUndefined();
    expect(meant('max')).toBeUndefined();
    expect(meant('max jndtn')).toBe('max ответ');
    expect(meant('ответ yf обращение')).toBe('ответ на обращение');
  });

  it('needs half of the doubtful words to make sense', () => {
    expect(meant('jndtn qwerty')).toBe('ответ йцукен');
    expect(meant('jndtn qwerty asdf')).toBeUndefined();
    expect(meant('hello world')).toBeUndefined();
  });

  it('tells a letter from a sign at the end of a word', () => {
    expect(meant('k.,k.')).toBe('люблю');
    expect(meant('jndtn, chjr?')).toBe('ответ, срок?');
    expect(meant('rfr pfgbcfnmcz&')).toBe('как записаться?');
  });

  it('knows an unfinished last word', () => {
    expect(meant('j,hfo')).toBe('обращ');
    expect(meant('j,hfo ')).toBeUndefined();
  });

  it('works the other way round', () => {
    expect(meant('ьфч')).toBe('max');
  });

  it('keeps numbers and case', () => {
    expect(meant('Jndtn 59')).toBe('Ответ 59');
    expect(meant('4.6 102/53')).toBeUndefined();
  });

  it('is undone by the other direction on letters', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const letters = text.replace(/[^а-яё]/giu, '');
        expect(inCyrillicLayout(inLatinLayout(letters))).toBe(letters);
      }),
    );
  });
});
