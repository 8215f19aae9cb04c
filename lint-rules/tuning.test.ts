import { describe, expect, it } from 'vitest';
import { budgets } from './phrase-language/budget.ts';
import { type OwnPhrase, ownPhraseFault } from './phrase-language/own-phrase.ts';
import { dictionary, lint } from './support/linting.ts';

const text = 'Подайте заявление посредством портала. Решение принято комиссией.';
const own: OwnPhrase = {
  pattern: 'лицевой счёт',
  example: 'Деньги придут на лицевой счёт.',
  plain: 'счёт',
  replace: ['счёт'],
  moderation: 'no',
  severity: 'error',
  rule: 'jargon',
};

describe('a linter as an agency tunes it', () => {
  it('runs no rule that is off, and makes others as loud as asked', () => {
    const found = lint(text, { rules: { passive: 'off', 'light-verb': 'off', officialese: 'error' } });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['officialese', 'error']]);
  });

  it('hides nothing louder behind the level of the run', () => {
    expect(lint(text, { rules: { officialese: 'hint' }, min: 'warning' }).map(({ rule }) => rule)).toEqual([
      'passive',
    ]);
  });

  it('caps a paragraph, the loudest first, in the order of the text', () => {
    const long = `${text} Ваш вопрос взят на контроль.\n\n${text}`;
    expect(lint(long, { cap: 1 }).map(({ rule }) => rule)).toEqual(['brush-off', 'officialese']);
    expect(lint(long, { cap: 2, min: 'warning' }).map(({ rule }) => rule)).toEqual([
      'officialese',
      'brush-off',
      'officialese',
      'passive',
    ]);
  });

  it('LN-11: counts clichés by its own budgets, and says which', () => {
    const tight = { ...budgets, allowed: { perParagraph: 1, perThousandWords: 1, least: 1 } };
    const cliches = 'На основании заявления срок продлили. В связи с ремонтом приём закрыт.';
    expect(lint(cliches).filter(({ rule }) => rule === 'cliche-density')).toEqual([]);
    const [found] = lint(cliches, { budgets: tight }).filter(({ rule }) => rule === 'cliche-density');
    expect(found?.message).toContain('не больше 1\u00a0клише');
  });

  it('finds its own phrases in any form, with their replacement', () => {
    expect(lint('Деньги пришли на Ваш лицевой счёт.', { phrases: [own] })).toMatchObject([
      { rule: 'jargon', severity: 'error', actual: 'лицевой счёт', expected: ['счёт'] },
    ]);
    expect(lint('Нет лицевого счёта.', { phrases: [own], rules: { jargon: 'off' } })).toEqual([]);
  });

  it('tells a pattern that cannot be read, and one that its example does not have', () => {
    expect(ownPhraseFault(own, dictionary)).toBeUndefined();
    expect(ownPhraseFault({ ...own, pattern: '<NOUN' }, dictionary)).toBe('pattern');
    expect(ownPhraseFault({ ...own, pattern: 'hello' }, dictionary)).toBe('pattern');
    expect(ownPhraseFault({ ...own, example: 'Деньги придут на карту.' }, dictionary)).toBe('example');
  });
});
