import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDays, formatFullDate, formatMonth, formatTime, formatWeekday } from './dates.ts';
import { counted, listed, plural } from './russian.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates in Russian', () => {
  it('names a day, with its weekday and year where asked', () => {
    expect(plain(formatWeekday(day('2026-11-27')))).toBe('пятница, 27 ноября');
    expect(plain(formatDate(day('2026-03-01')))).toBe('1 марта 2026 года');
    expect(plain(formatFullDate(day('2026-11-22')))).toBe('воскресенье, 22 ноября 2026 года');
    expect(plain(formatMonth('2026-05'))).toBe('май 2026 года');
    expect(formatTime({ hour: 9, minute: 5 })).toBe('9:05');
  });

  it('never tears a number from its word', () => {
    expect(formatDate(day('2026-03-01'))).toBe('1\u00a0марта 2026\u00a0года');
  });

  it.each([
    [['2026-11-21', '2026-11-22'], '21–22 ноября'],
    [['2026-11-21', '2026-11-22', '2026-11-28'], '21–22 ноября, 28 ноября'],
    [['2026-10-31', '2026-11-01'], '31 октября — 1 ноября'],
    [['2025-12-31', '2026-01-01', '2026-01-02'], '31 декабря — 2 января'],
    [[], ''],
  ])('joins neighbours: %j', (dates, text) => {
    expect(plain(formatDays(dates.map(day)))).toBe(text);
  });
});

describe('numbers in Russian', () => {
  it.each([
    [0, 'дней'],
    [1, 'день'],
    [2, 'дня'],
    [4, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [12, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [111, 'дней'],
    [101, 'день'],
    [2.5, 'дня'],
  ])('%d %s', (count, form) => {
    expect(plural(count, ['день', 'дня', 'дней'])).toBe(form);
  });

  it('writes a number with its noun, and a list', () => {
    expect(plain(counted(1500, ['день', 'дня', 'дней']))).toBe('1 500 дней');
    expect(listed(['а'])).toBe('а');
    expect(listed(['а', 'б', 'в'])).toBe('а, б и в');
  });
});
