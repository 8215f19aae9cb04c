import { openDictionary } from '@ponyatno/russian/node';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analyser } from './analyser.ts';
import { formOf } from './forms.ts';

const analyser = new Analyser(openDictionary());
const forms = (text: string) => analyser.tokens(text).map(({ form }) => form);

describe('the analyser', () => {
  it('folds ё, case, stress marks and soft hyphens', () => {
    expect(forms('Приём ПРИЕМ при\u0301ем при\u00adём')).toEqual(['прием', 'прием', 'прием', 'прием']);
  });

  it('puts look-alike Latin letters right, and leaves Latin words alone', () => {
    expect(formOf('Cрок')).toBe('срок');
    expect(formOf('oтвeт')).toBe('ответ');
    expect(formOf('max')).toBe('max');
    expect(formOf('wi-fiй')).toBe('wi-fiй');
  });

  it('keeps numbers, clauses, laws, dates and addresses whole', () => {
    expect(forms('п. 4.6 приказа № 102/53 от 20.08.2024, 59-ФЗ, dmp.nso.ru')).toEqual([
      'п',
      '4.6',
      'приказа',
      '102/53',
      'от',
      '2024-08-20',
      '59-фз',
      'dmp.nso.ru',
    ]);
  });

  it('takes the words of a variable for words', () => {
    expect(forms('Здравствуйте, ((имя отчество))!')).toEqual(['здравствуйте', 'имя', 'отчество']);
  });

  it('finds a word by all its lemmas, at most three', () => {
    expect(analyser.terms('стали')).toEqual(expect.arrayContaining(['стать', 'сталь']));
    for (const word of ['стали', 'ответа', 'была', 'мыла'])
      expect(analyser.terms(word).length).toBeLessThan(5);
  });

  it('finds an unknown word by itself too', () => {
    expect(analyser.terms('мфц')[0]).toBe('мфц');
  });

  it('finds a numeral by its digits and an abbreviation by its word', () => {
    expect(analyser.terms('пяти')).toContain('5');
    expect(analyser.terms('п')).toContain('пункт');
    expect(analyser.terms('102/53')).toEqual(['102/53', '102', '53']);
    expect(analyser.terms('4.6')).toEqual(['4.6']);
  });

  it('finds a compound by its parts', () => {
    expect(analyser.terms('онлайн-приема')).toEqual(expect.arrayContaining(['онлайн', 'прием']));
  });

  it('gives tokens in order, apart, inside the text, and the same for the same text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const text = `${noise} срок ответа ${noise}`;
        const tokens = analyser.tokens(text);
        let free = 0;
        for (const { start, end, form } of tokens) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toBe('');
          free = end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
        expect(tokens.some(({ form }) => form === 'ответа')).toBe(true);
      }),
    );
  });
});
