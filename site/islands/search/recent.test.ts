import { describe, expect, it } from 'vitest';
import { keepQuestions, recentQuestions, withQuestion } from './recent.ts';

function storage(start?: string) {
  const kept = new Map<string, string>(start === undefined ? [] : [['recent-questions', start]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('recent questions', () => {
  it('stand newest first, each once, eight at most', () => {
    let questions: string[] = [];
    for (const question of ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'Д'])
      questions = withQuestion(questions, question);
    expect(questions).toEqual(['Д', 'и', 'з', 'ж', 'е', 'г', 'в', 'б']);
  });

  it('are kept in this browser and leave nothing behind when cleared', () => {
    const here = storage();
    keepQuestions(['срок ответа'], here);
    expect(recentQuestions(here)).toEqual(['срок ответа']);
    keepQuestions([], here);
    expect(here.kept.size).toBe(0);
  });

  it.each(['{', '{"a":1}', '[1,"а"]', 'null'])('survive what is no list of theirs: %s', (start) => {
    expect(recentQuestions(storage(start)).every((question) => typeof question === 'string')).toBe(true);
  });

  it('do without storage', () => {
    const broken = {
      getItem: () => {
        throw new Error('SecurityError');
      },
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    expect(recentQuestions(broken)).toEqual([]);
    keepQuestions(['а'], broken);
  });
});
