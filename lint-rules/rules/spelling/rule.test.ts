import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protection } from '../../protection.ts';
import { ruleDefaults } from '../../rule.ts';
import { dictionary, lint, read, speller } from '../../support/linting.ts';
import { confused } from './phrases/confused.ts';
import { checkSpelling } from './rule.ts';

const isProtected = protection([]);
const found = (text: string, given: Partial<Parameters<typeof checkSpelling>[1]> = {}) => [
  ...checkSpelling(read(text), {
    ...ruleDefaults,
    dictionary,
    speller,
    isProtected,
    isExplained: isProtected,
    ...given,
  }),
];
const spelling = (text: string) => lint(text).filter(({ rule }) => rule === 'spelling');
const best = (text: string) => spelling(text)[0]?.expected[0];

describe('words of no dictionary', () => {
  it.each([
    ['Мы рассмотрели Ваше обрашение.', 'обращение'],
    ['Ответ будет напрвлен почтой.', 'направлен'],
    ['Прилагаем копию докумнета.', 'документа'],
    ['Это наш агенство.', 'агентство'],
    ['Будующая встреча пройдёт в мае.', 'Будущая'],
    ['Срок установлен учереждением.', 'учреждением'],
    ['Отказ обоснован, извените нас.', 'извините'],
    ['Срок перенесен втечение дня.', 'в течение'],
    ['Пришлите какойнибудь документ.', 'какой-нибудь'],
    ['Мы нехотим вас задерживать.', 'не хотим'],
  ])('LN-1: %s → %s', (text, right) => {
    expect(best(text)).toBe(right);
  });

  it('LN-1: keeps capitals, stress marks and soft hyphens out of the comparison', () => {
    expect(best('Здра\u00ADствуйте!')).toBe('Здравствуйте');
    expect(spelling('Обраще\u0301ние рассмо\u00ADтрено, ещё'.normalize('NFD'))).toEqual([]);
  });

  it('takes a surname, a place and a new word for what they are', () => {
    const text = 'Звонила Кузовлёва Е. М. из г. Зюзюлькино. Вебинар о госуслугах ведёт Минпромторг.';
    expect(spelling(text).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('knows the words of the glossary and of official names', () => {
    const text = 'Оформите зюзюльку.';
    expect(found(text)).toHaveLength(1);
    expect(found(text, { glossary: [{ term: 'зюзюльку' }] })).toEqual([]);
    expect(found(text, { names: ['Дом зюзюльку'] })).toEqual([]);
  });

  it('looks up no word without a dictionary for it', () => {
    expect(found('Обрашение получено.', { speller: undefined })).toEqual([]);
    expect(found('Ваша сoбака в течении года.', { speller: undefined })).toHaveLength(2);
  });
});

describe('letters and endings', () => {
  it.each([
    ['Приём c 9 утра.', 'с'],
    ['Это Рoссия.', 'Россия'],
    ['Вышел приказ о Сovid.', 'Covid'],
    ['Это 1-ый этаж.', '1-й'],
    ['Приём 20-ого мая.', '20-го'],
    ['Письма 2-ых классов.', '2-х'],
  ])('%s → %s', (text, right) => {
    expect(best(text)).toBe(right);
  });

  it.each(['web-сайт и IT-отдел', 'XIV век, ХIV век', 'SMSка пришла', 'до 5-го и 2-х', '10-летний и 5-й'])(
    'leaves alone: %s',
    (text) => expect(spelling(text).filter(({ severity }) => severity !== 'hint')).toEqual([]),
  );
});

describe('words confused with each other', () => {
  it.each(confused.map((row) => [row.example, row] as const))('%s', (_, row) => {
    for (const text of [row.example, ...(row.also ?? [])]) {
      const [first] = found(text, { speller: undefined });
      expect(first, text).toBeDefined();
      const [fix] = first?.replacements ?? [];
      expect(fix, text).toBeDefined();
      if (fix)
        expect(
          found(text.slice(0, fix.start) + fix.text + text.slice(fix.end), { speller: undefined }),
        ).toEqual([]);
    }
    for (const text of row.fine ?? []) expect(found(text, { speller: undefined }), text).toEqual([]);
  });
});

it('LN-1: no text breaks it, and every range holds what it says', () => {
  const piece = fc.constantFrom(
    'обрашение',
    'ё\u0301',
    'c',
    'сoба',
    '\u00AD',
    '\uFFFC',
    '😀',
    ' ',
    '-',
    '5-ого',
    'т\u0301ся',
    '((x))',
    '’',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end, actual } of spelling(text)) expect(text.slice(start, end)).toBe(actual);
    }),
    { numRuns: 60 },
  );
});
