import { describe, expect, it } from 'vitest';
import { countSyllables, measure, readability } from './readability.ts';

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
    // W=4 S=1 L=20 Y=8 C=0: FK −0.828, CL −27.83 …: the mean falls below the first grade and is shown as the first.
    expect(readability([words('мама мыла раму дома')]).grade).toBe(1);
    const hard = readability([
      words(
        'осуществление предоставления государственных услуг регламентируется законодательством федерации',
      ),
    ]);
    expect(hard.grade).toBeGreaterThan(11);
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
