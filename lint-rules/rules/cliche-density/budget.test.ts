import { describe, expect, it } from 'vitest';
import { createLinter } from '../../linter.ts';
import { dictionary } from '../../support/linting.ts';
import type { LinterOptions } from '../../types.ts';

const budgets = (text: string, options: Partial<LinterOptions> = {}) =>
  createLinter({ dictionary, ...options }).lint(text).budgets;

const twice = 'На основании заявления срок продлили. В связи с ремонтом приём закрыт.';
const thrice = `${twice} По истечении срока позвоните.`;

describe('LN-11: the meter of clichés', () => {
  it('counts clichés within the budget too, with their places', () => {
    const [meter] = budgets(`${twice}\n\nЖдём Вас.\n\nПо истечении срока позвоните.`);
    expect(meter).toMatchObject({ count: 3, limit: 3, paragraphLimit: 2, exceeded: false });
    expect(meter?.paragraphs.map(({ count }) => count)).toEqual([2, 1]);
    expect(meter?.paragraphs[0]).toMatchObject({ start: 0, end: twice.length });
    expect(meter?.places[0]).toEqual({ start: 0, end: 12, pastBudget: false });
  });

  it('tells when a paragraph or the text has too many', () => {
    expect(budgets(thrice)).toMatchObject([{ count: 3, exceeded: true }]);
    expect(budgets(`${twice}\n\n${twice}`)).toMatchObject([{ count: 4, limit: 3, exceeded: true }]);
  });

  it('grows with the text, cites the clause, and has nothing to say of an act', () => {
    const long = `${'Дом стоит у реки. '.repeat(250)}${twice}`;
    expect(budgets(long, { clauses: { 'cliche-density': 'п. 6(6)' } })).toMatchObject([
      { count: 2, limit: 8, clause: 'п. 6(6)' },
    ]);
    expect(budgets(thrice, { profile: 'legal' })).toEqual([]);
  });

  it('counts nothing that is quoted', () => {
    expect(budgets(`В приказе сказано: «${thrice}»`)).toMatchObject([{ count: 0 }]);
  });
});
