import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carveOuts } from './controls/carve-outs.ts';
import { plainLetters } from './controls/letters.ts';
import { createLinter } from './linter.ts';
import { readMarkdown } from './markdown/mask.ts';
import { tables } from './phrases/tables.ts';
import { dictionary, lint } from './support/linting.ts';

const phrases = Object.values(tables).flatMap((table) => table.map(({ example }) => example));

/** Ways in which a text can be written and still be the same text. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replace(/\p{L}{6,}/gu, (word) => `${word.slice(0, 3)}\u00ad${word.slice(3)}`),
  (text) => text.replace(/[аеиоуыэюя](?=\p{L})/iu, (vowel) => `${vowel}\u0301`),
  (text) => `🤝 ${text} 👍🏽`,
  (text) => `${text}\r\n\r\n${text}`,
];

describe('offsets', () => {
  const disguised = fc
    .tuple(
      fc.constantFrom(...phrases),
      fc.subarray([...disguises]),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    .map(
      ([phrase, chosen, noise]) => noise + chosen.reduce((text, disguise) => disguise(text), phrase) + noise,
    );

  it('hold on any text', () => {
    fc.assert(
      fc.property(disguised, (text) => {
        for (const { start, end, actual } of lint(text, { profile: 'letter' })) {
          expect(text.slice(start, end)).toBe(actual);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hold on text that is no language at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end, actual } of lint(text)) expect(text.slice(start, end)).toBe(actual);
      }),
    );
  });
});

describe('the same words in another spelling', () => {
  it.each(disguises.map((disguise, index) => [index, disguise] as const))(
    'are found all the same (%i)',
    (_, disguise) => {
      const text = disguise('Подайте заявление посредством портала.');
      const found = lint(text).filter(({ rule }) => rule === 'officialese');
      expect(found[0]?.expected).not.toHaveLength(0);
    },
  );
});

describe('replacements', () => {
  const digits = (text: string) => text.match(/\d+/g) ?? [];

  it.each(phrases)('are clean and lose no number: %s', (text) => {
    for (const message of lint(text)) {
      for (const better of message.expected) {
        const after = text.slice(0, message.start) + better + text.slice(message.end);
        expect(digits(after)).toEqual(digits(text));
        const again = lint(after).filter(
          ({ rule, start, end }) =>
            rule === message.rule && start < message.start + better.length && end > message.start,
        );
        expect(again, after).toEqual([]);
      }
    }
  });
});

describe('good Russian', () => {
  it('there are at least 40 controls', () => {
    expect(plainLetters.length).toBeGreaterThanOrEqual(40);
    expect(carveOuts.length).toBeGreaterThanOrEqual(40);
  });

  it.each(plainLetters)('a plain letter has no finding at warning: %s', (text) => {
    expect(lint(text, { profile: 'letter', min: 'warning' })).toEqual([]);
  });

  it.each(carveOuts)('a carve-out has no finding at warning: %s', (text) => {
    expect(lint(text, { profile: 'letter', min: 'warning' })).toEqual([]);
  });
});

describe('the linter', () => {
  it('cites the clause of the agency (LN-2)', () => {
    const [message] = lint('Ваш вопрос взят на контроль.', { clauses: { 'brush-off': 'п. 6(3)' } });
    expect(message).toMatchObject({ rule: 'brush-off', clause: 'п. 6(3)' });
  });

  it('takes a tooltip of the page for an explanation (LN-4)', () => {
    const linter = createLinter({ dictionary });
    const { text, explained } = readMarkdown('Сервис <Term id="epgu">ЕПГУ</Term> открыт. В ЕПГУ есть форма.');
    expect(linter.lint(text).messages.map(({ rule }) => rule)).toContain('unexplained-abbreviation');
    expect(linter.lint(text, { explained }).messages.map(({ rule }) => rule)).not.toContain(
      'unexplained-abbreviation',
    );
  });

  it('gives messages in the order of the text and readability with its bar', () => {
    const starts = lint('Данное решение принято в связи с ремонтом.\n\nВ настоящее время приём закрыт.').map(
      ({ start }) => start,
    );
    expect(starts).toEqual(starts.toSorted((one, two) => one - two));
  });
});
