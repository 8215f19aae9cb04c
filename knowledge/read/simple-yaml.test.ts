import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { simpleYaml } from './simple-yaml.ts';
import { readYaml } from './yaml-source.ts';

const byYaml = (text: string) => readYaml(text, 'page.mdx', 1).data;

/** Where the quick reader gives data, they are the other's. */
function expectSame(text: string): void {
  const simple = simpleYaml(text);
  if (simple !== undefined) expect([text, simple]).toEqual([text, byYaml(text)]);
}

const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'абв АБ,.;!?()«»—–-:#"\'[]{}&*|>%@`\\1\t\u00a0\u00ad…\n') }),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom(
    'true',
    'False',
    'null',
    '~',
    'да',
    'no',
    'y',
    '1e3',
    '0x1f',
    '0o7',
    '012',
    '1_000',
    '.inf',
  ),
  fc.constantFrom('2026-11-01', '12:30:45', '-.5', '+1', '1.', '.5', '<<', '---', '=', '', '1e', '0.1e-3'),
);

describe('the quick way to read the fields of a page', () => {
  it('reads what pages have', () => {
    const text = [
      "title: 'Детский телефон доверия'",
      'topics: [другие ведомства, сроки]',
      'basis:',
      '  - { act: rules, clause: п. 6.12 }',
      'spoken: Ответ придёт в срок,',
      '  а если вопрос срочный — раньше.',
      'minutes: 15',
      'edition: 2026-11-01',
    ].join('\n');
    expect(simpleYaml(text)).toBeDefined();
    expect(simpleYaml(text)).toEqual(byYaml(text));
  });

  it('gives the same for whatever is written', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        words,
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('id', 'ключ', 'true', '1', 'a b'), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'title', 'spoken', 'null', 'aB', '__proto__'), value),
        fc.constantFrom(20, 40, 80),
        (fields, lineWidth) => expectSame(stringify(fields, { lineWidth })),
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives the same, or leaves it, for lines as people type them', () => {
    const line = fc.tuple(
      fc.constantFrom(
        'id: ',
        'title: ',
        ' b: ',
        '  ',
        '- ',
        '  - ',
        'spoken:',
        'x: >-',
        'x: |',
        '"k": ',
        '? ',
        '',
      ),
      fc.oneof(
        fc.string({
          unit: fc.constantFrom(...'аб ,.?()«»—-:#"\'[]{}&*!|>%@`1_0xoe\t\u00a0\\'),
          maxLength: 12,
        }),
        words,
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        expectSame(lines.map((parts) => `${parts.join('')}\n`).join(''));
      }),
      { numRuns: 10_000 },
    );
  });
});
