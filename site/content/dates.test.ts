import { describe, expect, it } from 'vitest';
import { dateInDigits, dateInWords, monthInWords } from './dates.ts';

describe('dates', () => {
  it.each([
    ['2026-03-12', '12 марта 2026', '12.03.2026'],
    ['2024-08-20', '20 августа 2024', '20.08.2024'],
    ['2025-01-01', '1 января 2025', '01.01.2025'],
    ['2025-12-31', '31 декабря 2025', '31.12.2025'],
  ])('says %s in words and in digits', (date, words, digits) => {
    expect(dateInWords(date).replaceAll('\u00a0', ' ')).toBe(words);
    expect(dateInDigits(date)).toBe(digits);
  });

  it('takes the date of a moment', () => {
    expect(dateInDigits('2026-11-22T10:00:00+07:00')).toBe('22.11.2026');
  });

  it('says a month in the nominative', () => {
    expect(monthInWords('2026-11').replaceAll('\u00a0', ' ')).toBe('ноябрь 2026');
  });

  it('does not tear a date apart at the end of a line', () => {
    expect(dateInWords('2026-03-12')).not.toContain(' ');
  });
});
