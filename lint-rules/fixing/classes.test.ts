import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { lint } from '../support/linting.ts';

const first = (text: string, rule: string) =>
  lint(text, { profile: 'letter' }).find((message) => message.rule === rule);

describe('the class of a fix', () => {
  it.each([
    ['Подайте заявление посредством портала.', 'officialese', 'swap'],
    ['Ответ ответ придёт 5 мая.', 'repetition', 'swap'],
    ['Мы осуществляли проверку документов.', 'light-verb', 'rewrite'],
    ['Решение принято комиссией.', 'passive', 'rewrite'],
    ['Ваш вопрос взят на контроль.', 'brush-off', 'advice'],
    ['Решение принято.', 'passive', 'advice'],
    // The genitive is no subject, whatever form it looks like.
    ['Проверки площадки проводятся комиссией.', 'passive', 'advice'],
    ['Два моста строятся заявителями.', 'passive', 'advice'],
  ] as const)('%s: %s is a %s', (text, rule, fix) => {
    expect(first(text, rule)).toMatchObject({ fix });
  });

  it('tells a swap from a rewriting among the replacements of one finding', () => {
    expect(first('Подайте заявление посредством портала.', 'officialese')).toMatchObject({
      expected: ['с помощью портала', 'через портал'],
      changes: ['swap', 'rewrite'],
    });
  });

  const examples = rules.flatMap(({ examples: { bad } }) => bad);

  it.each(examples)('each replacement has its class: $text', ({ text, options = {} }) => {
    for (const { expected, changes, fix } of lint(text, options)) {
      expect(changes).toHaveLength(expected.length);
      expect(fix).toBe(changes[0] ?? 'advice');
    }
  });
});
