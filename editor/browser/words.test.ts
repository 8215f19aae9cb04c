import { describe, expect, it } from 'vitest';
import { countedWords, gradeName, readerOf } from './words.ts';

describe('countedWords', () => {
  it.each([
    [1, '1\u00a0замечание'],
    [2, '2\u00a0замечания'],
    [5, '5\u00a0замечаний'],
    [11, '11\u00a0замечаний'],
    [21, '21\u00a0замечание'],
  ])('%s', (count, words) => {
    expect(countedWords(count, 'замечание', 'замечания', 'замечаний')).toBe(words);
  });
});

describe('gradeName', () => {
  it.each([
    [0.2, '1-й\u00a0класс'],
    [8.6, '9-й\u00a0класс'],
    [13, '2-й\u00a0курс вуза'],
    [18, 'специалист'],
  ])('%s → %s', (grade, words) => {
    expect(gradeName(grade)).toBe(words);
  });
});

describe('readerOf', () => {
  it.each([
    [0.2, 'с\u00a01-го\u00a0класса'],
    [7.6, 'с\u00a08-го\u00a0класса'],
    [11.4, 'с\u00a011-го\u00a0класса'],
    [12, 'с\u00a01-го\u00a0курса вуза'],
    [13, 'со\u00a02-го\u00a0курса вуза'],
    [14, 'с\u00a03-го\u00a0курса вуза'],
    [19, 'только специалистом'],
  ])('%s → %s', (grade, words) => {
    expect(readerOf(grade)).toBe(words);
  });

  it('says «со» before «второго» and «с» before every other grade', () => {
    const grades = Array.from({ length: 11 }, (_, index) => index + 1);
    expect(grades.map(readerOf)).toEqual(
      grades.map((grade) => `${grade === 2 ? 'со' : 'с'}\u00a0${grade}-го\u00a0класса`),
    );
  });
});
