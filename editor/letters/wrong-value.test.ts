import { describe, expect, it } from 'vitest';
import { type Variable, variableSchema } from '#knowledge';
import { wrongValue } from './wrong-value.ts';

const variable = (type: Variable['type'], more: object = {}) =>
  variableSchema.parse({ name: 'имя', label: 'Имя', type, ...more });

describe('WR-2: a value of a variable', () => {
  it.each<[Variable['type'], string | boolean, string | undefined]>([
    ['number', '12', undefined],
    ['number', '12,5', undefined],
    ['number', '1 200', undefined],
    ['number', '12а', 'число'],
    ['number', 'пять', 'число'],
    ['date', '2026-11-26', undefined],
    ['date', '2026-02-30', 'даты нет'],
    ['link', 'https://nso.ru/rate?id=1', undefined],
    ['link', 'nso.ru', 'https://'],
    ['link', 'https://nso', 'https://'],
    ['link', 'javascript:alert(1)', 'https://'],
    ['flag', true, undefined],
    ['flag', 'да', '«да» или «нет»'],
    ['text', true, 'текст'],
    ['person', 'Анна Петровна', undefined],
    ['number', '', undefined],
  ])('%s: «%s»', (type, value, said) => {
    const wrong = wrongValue(variable(type), value);
    if (said === undefined) expect(wrong).toBeUndefined();
    else expect(wrong).toContain(said);
  });

  it('of a choice is one of the options', () => {
    const choice = variable('choice', { options: ['на почту', 'на портал'] });
    expect(wrongValue(choice, 'на почту')).toBeUndefined();
    expect(wrongValue(choice, 'голубем')).toContain('из вариантов');
  });
});
