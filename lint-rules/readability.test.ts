import { describe, expect, it } from 'vitest';
import { createLinter } from './linter.ts';
import { countSyllables, measure, readability } from './readability.ts';
import { dictionary } from './support/linting.ts';

const words = (text: string) => text.split(' ');

describe('readability', () => {
  it('counts syllables by vowels', () => {
    expect(countSyllables('предоставление')).toBe(6);
    expect(countSyllables('ЁЖ')).toBe(1);
    expect(countSyllables('в')).toBe(0);
    // Decomposed й and ё are still one letter each.
    expect(countSyllables('ёжий'.normalize('NFD'))).toBe(2);
  });

  it('counts words, letters, syllables and words of more than four syllables', () => {
    expect(measure([words('Мы ответим')])).toEqual({
      words: 2,
      sentences: 1,
      letters: 9,
      syllables: 4,
      long: 0,
    });
    expect(measure([words('Предоставление')]).long).toBe(1);
  });

  it('gives the five formulas of the Russian fit as one grade', () => {
    // W=4 S=1 L=16 Y=8 C=0: FK −0.83, CL −7.08, SMOG 0.05, DC 1.09, ARI −4.88; below the first grade it is the first.
    expect(readability([words('мама мыла раму дома')]).grade).toBe(1);
    // W=7 S=2 L=60 Y=26 C=3: FK 23.36, CL 16.81, SMOG 10.88, DC 24.61, ARI 23.60; their mean is 19.85.
    const middling = [words('Заявление рассматривает региональная комиссия'), words('Ответ придёт письмом')];
    expect(readability(middling)).toMatchObject({ grade: 19.9, wordsPerSentence: 3.5, longWords: 0.429 });
    // W=7 S=1 L=89 Y=37 C=6: FK 46.78, CL 44.60, SMOG 21.71, DC 49.23, ARI 50.51; their mean is 42.57.
    const hard =
      'осуществление предоставления государственных услуг регламентируется законодательством федерации';
    expect(readability([words(hard)]).grade).toBe(42.6);
  });

  it('does not read numbers, dates and addresses, and no number ends a sentence', () => {
    const linter = createLinter({ dictionary });
    const bare = linter.lint('Позвоните нам до пятницы. Ответ придёт письмом.').readability;
    const full = linter.lint(
      'Позвоните нам до пятницы 12.05.2026, 8 (383) 228-67-88. Ответ № 1 500,50 придёт письмом https://example.ru/a?b=1.',
    ).readability;
    expect(full).toEqual(bare);
  });

  it('has no grade for a text without words', () => {
    expect(readability([])).toMatchObject({ grade: null, error: null, words: 0, sentences: 0 });
  });

  it('is less sure about a short text than about a long one', () => {
    const sentence = words('Мы получили ваше письмо и ответим до пятницы');
    const other = words('Если срок изменится то специалист отдела обязательно вам позвонит');
    const short = readability([sentence, other]);
    const long = readability(Array.from({ length: 40 }, (_, index) => (index % 2 ? sentence : other)));
    expect(long.error).toBeGreaterThanOrEqual(2.2);
    expect(short.error ?? 0).toBeGreaterThan(long.error ?? 0);
  });
});
