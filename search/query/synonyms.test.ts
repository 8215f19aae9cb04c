import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { Analyser } from '../analysis/analyser.ts';
import { SynonymMatcher } from './synonyms.ts';

const analyser = new Analyser(openDictionary());
const matcher = new SynonymMatcher(
  [
    ['горячая линия', 'консультационная линия', 'справочная'],
    ['ЕПГУ', 'Госуслуги', 'портал госуслуг'],
    ['нет ответа', 'не ответили'],
    ['режим работы', 'до скольки', 'во сколько'],
    ['запись на приём', 'записаться'],
  ],
  analyser,
);
const matches = (query: string) =>
  matcher
    .matches(
      analyser
        .tokens(query)
        .map(({ form }) => ({ terms: analyser.terms(form), small: analyser.isFunctionWord(form) })),
    )
    .map(({ first, last, alternatives }) => [
      first,
      last,
      ...alternatives.map((words) => words.map((terms) => terms[0]).join(' ')),
    ]);

describe('synonyms', () => {
  it('finds a phrase in any form of its words, and gives the others of its group', () => {
    expect(matches('номер горячей линии')).toEqual([[1, 2, 'консультационный линия', 'справочный']]);
    expect(matches('на Госуслугах')[0]?.slice(0, 2)).toEqual([1, 1]);
  });

  it('lets small words stand between', () => {
    expect(matches('запись к нам на приём')).toEqual([]);
    expect(matches('запись на приём')).toEqual([[0, 2, 'записаться']]);
  });

  it('needs the whole phrase: without its negation it is another', () => {
    expect(matches('ответили')).toEqual([]);
    expect(matches('мне не ответили')[0]).toEqual([1, 2, 'нет ответ']);
  });

  it('never offers a phrase of question words as what a text says', () => {
    expect(matches('режим работы')).toEqual([[0, 1]]);
    expect(matches('до скольки')[0]?.slice(2)).toEqual(['режим работа']);
  });
});
