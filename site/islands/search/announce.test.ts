import { describe, expect, it } from 'vitest';
import type { Answer, Hit } from '#search';
import { announcement } from './announce.ts';

const hit: Hit = {
  page: 'a',
  title: 'Ответ',
  url: '/faq/a/a',
  kind: 'faq',
  function: 'a',
  excerpt: '',
  score: 1,
  marks: { title: [], excerpt: [], spoken: [] },
};
const answer = (count: number, shownFor?: string): Answer => ({
  hits: Array.from({ length: count }, () => hit),
  engine: 'embedded',
  degraded: false,
  ...(shownFor === undefined ? {} : { shownFor }),
});

describe('announcement', () => {
  it.each([
    [1, 'Найден 1 ответ'],
    [2, 'Найдено 2 ответа'],
    [5, 'Найдено 5 ответов'],
    [11, 'Найдено 11 ответов'],
    [21, 'Найден 21 ответ'],
  ])('counts in Russian: %i', (count, text) => {
    expect(announcement(answer(count))).toBe(text);
  });

  it('says when nothing was found', () => {
    expect(announcement(answer(0))).toBe('Ничего не нашлось');
  });

  it('says for which query the answers are, when it was put right', () => {
    expect(announcement(answer(2, 'ждать ответ'))).toBe('Найдено 2 ответа по запросу «ждать ответ»');
  });
});
