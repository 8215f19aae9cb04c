import { describe, expect, it } from 'vitest';
import { monthBeside, timeLeft, today } from './refresh.ts';

const plainly = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the month of the check', () => {
  it.each([
    ['2026-11', -1, '2026-10'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ] as const)('beside %s by %i is %s', (month, shift, expected) => {
    expect(monthBeside(month, shift)).toBe(expected);
  });

  it('is counted by the clock of the agency, not of the server', () => {
    const moment = new Date('2026-11-30T18:30:00Z');
    expect(today('Asia/Novosibirsk', moment)).toBe('2026-12-01');
    expect(today('Europe/Moscow', moment)).toBe('2026-11-30');
  });

  it.each([
    ['2026-11-09', 'остался 21 день'],
    ['2026-11-22', 'осталось 8 дней'],
    ['2026-11-28', 'осталось 2 дня'],
    ['2026-11-29', 'остался 1 день'],
    ['2026-11-30', 'сегодня последний день'],
    ['2026-12-01', 'срок вышел'],
  ])('on %s: %s', (day, expected) => {
    expect(plainly(timeLeft('2026-11-30', day))).toBe(expected);
  });
});
