import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from './finding.ts';
import { foremost } from './foremost.ts';
import { layerOf } from './layers.ts';
import { lint } from './support/linting.ts';
import { officialLetter } from './support/official.ts';

const told = (text: string) =>
  foremost(lint(text, { profile: 'letter' })).map(({ rule, actual }) => `${rule}: ${actual}`);

describe('one finding a span', () => {
  it('tells of a split predicate in the passive once, and of the passive where nothing else is said', () => {
    expect(told('Проведено обследование дома.')).toEqual(['light-verb: Проведено обследование дома']);
    expect(told('Заявление рассмотрено.')).toEqual(['passive: рассмотрено']);
  });

  it('prefers the loudest, then what can be replaced', () => {
    const rules = told('Ваш вопрос взят на контроль. Решение принято комиссией.');
    expect(rules).toEqual(['brush-off: вопрос взят на контроль', 'passive: Решение принято комиссией']);
  });

  it('never tells twice of the same words, and always of the loudest', () => {
    fc.assert(
      fc.property(officialLetter, (text) => {
        const all = lint(text, { profile: 'letter' });
        const shown = foremost(all);
        const ofWords = shown.filter(({ rule }) => ['wording', 'passive'].includes(layerOf(rule)));
        for (const [index, one] of ofWords.entries())
          expect(ofWords.slice(index + 1).filter((two) => overlap(one, two))).toEqual([]);
        for (const error of all.filter(({ severity }) => severity === 'error'))
          expect(shown.some((one) => one.severity === 'error' && overlap(one, error))).toBe(true);
        for (const hidden of all.filter((message) => !shown.includes(message)))
          expect(shown.some((one) => overlap(one, hidden))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
