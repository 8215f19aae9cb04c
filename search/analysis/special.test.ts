import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specials, specialTerms } from './special.ts';

const forms = (text: string) => specials(text).map((special) => special.form);

describe('numbers with a meaning', () => {
  it.each(['59-ФЗ', '59 ФЗ', '59фз', '№ 59-ФЗ', '59–фз', 'ФЗ-59', 'фз 59', 'ФЗ № 59'])(
    '%s is law 59',
    (text) => {
      expect(forms(`По закону ${text}, срок — 30 дней`)).toEqual(['59-фз']);
    },
  );

  it.each(['20.08.2024', '20.8.2024', '20.08.24', '20 августа 2024', '20 Августа 2024 г.'])(
    '%s is a date',
    (text) => {
      expect(forms(`приказ от ${text}`)).toEqual(['2024-08-20']);
    },
  );

  it('knows a date without its year, and no impossible date', () => {
    expect(forms('до 20 августа')).toEqual(['--08-20']);
    expect(forms('пункт 32.14.2024')).toEqual([]);
  });

  it.each([
    '8(383)-228-67-88',
    '8 (383) 228-67-88',
    '+7 383 228 67 88',
    '+73832286788',
    '8-383-228-67-88',
    '83832286788',
    '+7 (383) 228-67-88',
  ])('%s is one phone', (text) => {
    expect(forms(`Звоните: ${text}.`)).toEqual(['+3832286788']);
  });

  it('finds a phone without the code of the town', () => {
    expect(forms('228-67-88')).toEqual(['+2286788']);
    expect(specialTerms('+3832286788')).toEqual(['3832286788', '2286788', '286788', '86788']);
    expect(forms('67-20-11')).toEqual(['+672011']);
    expect(specialTerms('+8722672011')).toContain('672011');
    expect(specialTerms('+2286788')).toEqual(['2286788']);
  });

  it.each(['132 - ОД', '132-ОД', '132 –ОД'])('%s is the number of an order', (text) => {
    expect(forms(`приказ № ${text} от понедельника`)).toEqual(['132-од']);
  });

  it('leaves other numbers alone', () => {
    expect(forms('п. 4.6, приказ № 102/53, 1 500,50 рублей, 24 часа, 2816-р')).toEqual([]);
    expect(specialTerms('102/53')).toBeUndefined();
  });

  it('names the parts of a law and a date', () => {
    expect(specialTerms('59-фз')).toEqual(['59-фз', '59', 'фз']);
    expect(specialTerms('2024-08-20')).toEqual(['2024-08-20', '--08-20', '20', 'август', '2024']);
    expect(specialTerms('--08-20')).toEqual(['--08-20', '20', 'август']);
  });

  it('keeps its spans inside the text, in order and apart', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), (noise) => {
        const text = `${noise} 59-ФЗ ${noise} 20.08.2024 8(383)-228-67-88${noise}`;
        let free = 0;
        for (const special of specials(text)) {
          expect(special.start).toBeGreaterThanOrEqual(free);
          expect(special.end).toBeGreaterThan(special.start);
          free = special.end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes linear time on hostile digits', () => {
    const started = performance.now();
    for (const hostile of [
      '8'.repeat(50_000),
      '8 '.repeat(50_000),
      '1.'.repeat(50_000),
      `${'-'.repeat(50_000)}1`,
    ]) {
      specials(hostile);
    }
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
