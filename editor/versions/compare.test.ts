import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, compareWords } from './compare.ts';

const short = (before: string, after: string) =>
  compareWords(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('');

describe('compareWords', () => {
  it.each([
    ['Ответим в срок.', 'Ответим завтра.', 'Ответим [-в срок-][+завтра+].'],
    ['Ответ придёт скоро', 'Ответ придёт', 'Ответ придёт[- скоро-]'],
    ['ежедневно', 'ежегодно', '[-ежедневно-][+ежегодно+]'],
    ['до 18 декабря', 'до 20 декабря', 'до [-18-][+20+] декабря'],
    ['', 'да', '[+да+]'],
    ['то же', 'то же', 'то же'],
  ])('%s → %s', (before, after, expected) => {
    expect(short(before, after)).toBe(expected);
  });
});

describe('compareTexts', () => {
  it('pairs paragraphs that were rewritten, and tells those that came and went', () => {
    const before = [
      'Здравствуйте!',
      'Мы ответим Вам в срок до пятницы.',
      'Лишнее предложение тут.',
      'С уважением',
    ];
    const after = [
      'Здравствуйте!',
      'Новый первый абзац.',
      'Мы ответим Вам в срок до вторника.',
      'С уважением',
    ];
    expect(compareTexts(before, after).map(({ kind }) => kind)).toEqual([
      'same',
      'added',
      'changed',
      'removed',
      'same',
    ]);
  });

  it('takes paragraphs without a common word for two', () => {
    expect(compareTexts(['Один абзац'], ['Другое совсем']).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });

  it('loses and makes up no word of either version, whatever they are', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('мы', 'Вы', ' ', '.', 'ответ', '\u00a0', 'ё'), maxLength: 8 }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const blocks = compareTexts(before, after);
        const side = (without: 'added' | 'removed') =>
          blocks
            .filter(({ kind }) => kind !== without)
            .map(({ runs }) => runs.map(({ kind, text }) => (kind === without ? '' : text)).join(''));
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });
});
