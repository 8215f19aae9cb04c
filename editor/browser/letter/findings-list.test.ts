import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterFinding } from './findings.ts';
import { allOf, listOf, paragraphCap, visibleOf } from './findings-list.ts';

/** A finding of a phrase from a place to a place, in the paragraph that begins at 1 unless said otherwise. */
function finding(from: number, to: number, given: Partial<LetterFinding> = {}): LetterFinding {
  const actual = `слова ${from}–${to}`;
  return {
    rule: 'officialese',
    severity: 'warning',
    actual,
    expected: ['проще'],
    changes: ['swap'],
    fix: 'swap',
    message: 'Проще.',
    start: 0,
    end: to - from,
    from,
    to,
    key: `${actual}|0`,
    wording: actual,
    paragraph: 1,
    before: '',
    after: '',
    plain: true,
    ...given,
  };
}
const advice = { expected: [], changes: [], fix: 'advice' } as const;
const nothingLeft = () => false;
const placesOf = (findings: readonly LetterFinding[]) => findings.map(({ from }) => from);

describe('LN: a cap per paragraph, the worst first', () => {
  const many = [
    finding(10, 12, { severity: 'hint' }),
    finding(20, 25, advice),
    finding(30, 34),
    finding(40, 49),
    finding(50, 53, { severity: 'error', ...advice }),
  ];

  it('keeps the loudest, then what can be replaced, then the longest, and shows them in the order of the letter', () => {
    const shownOf = (cap: number) => placesOf(listOf(many, nothingLeft, [], cap).first);
    expect(shownOf(1)).toEqual([50]);
    expect(shownOf(2)).toEqual([40, 50]);
    expect(shownOf(3)).toEqual([30, 40, 50]);
    expect(shownOf(4)).toEqual([20, 30, 40, 50]);
    expect(placesOf(listOf(many, nothingLeft, [], 1).rests[0]?.findings ?? [])).toEqual([40, 30, 20, 10]);
  });

  it('takes a replacement with a variable in it for none', () => {
    const both = [finding(10, 19, { plain: false }), finding(20, 22)];
    expect(placesOf(listOf(both, nothingLeft, [], 1).first)).toEqual([20]);
  });

  it('never holds errors back', () => {
    const errors = Array.from({ length: paragraphCap + 3 }, (_, index) =>
      finding(index * 10 + 1, index * 10 + 5, { severity: 'error' }),
    );
    const { first, rests } = listOf([...errors, finding(200, 209)], nothingLeft, []);
    expect(first).toEqual(errors);
    expect(rests.map(({ findings }) => placesOf(findings))).toEqual([[200]]);
  });

  it('counts each paragraph alone and opens one of them', () => {
    const second = many.map((one) =>
      finding(one.from + 100, one.to + 100, { severity: one.severity, paragraph: 101 }),
    );
    const list = listOf([...many, ...second], nothingLeft, [101], 3);
    expect(list.rests.map(({ paragraph, findings, opened }) => [paragraph, findings.length, opened])).toEqual(
      [
        [1, 2, false],
        [101, 2, true],
      ],
    );
    expect(visibleOf(list)).toHaveLength(8);
  });

  it('brings the next one up when one is left as it is', () => {
    const left = (one: LetterFinding) => one.from === 40;
    expect(placesOf(listOf(many, left, [], 2).first)).toEqual([30, 50]);
  });

  it('brings up what stood on the same words when the one that hid it is left as it is', () => {
    const pair = [finding(10, 40), finding(20, 30, { rule: 'passive', ...advice })];
    expect(placesOf(allOf(listOf(pair, nothingLeft, [])))).toEqual([10]);
    expect(placesOf(allOf(listOf(pair, ({ from }) => from === 10, [])))).toEqual([20]);
  });

  it('tells findings of different paragraphs apart, whose offsets are the same', () => {
    const apart = [finding(1, 9), finding(101, 109, { paragraph: 101 })];
    expect(apart.map(({ start }) => start)).toEqual([0, 0]);
    expect(listOf(apart, nothingLeft, []).first).toEqual(apart);
  });

  it('loses nothing: what is not shown waits in the rest of its paragraph, no worse than what is shown', () => {
    const any = fc.record({
      severity: fc.constantFrom<LetterFinding['severity']>('hint', 'warning', 'error'),
      length: fc.integer({ min: 1, max: 9 }),
      paragraph: fc.constantFrom(1, 1001),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (made, cap) => {
        const findings = made.map(({ severity, length, paragraph }, index) =>
          finding(paragraph + index * 10, paragraph + index * 10 + length, { severity, paragraph }),
        );
        const list = listOf(findings, nothingLeft, [], cap);
        expect(new Set(allOf(list))).toEqual(new Set(findings));
        expect(allOf(list)).toHaveLength(findings.length);
        for (const { paragraph, findings: rest } of list.rests) {
          const shown = list.first.filter((one) => one.paragraph === paragraph);
          expect(rest.some(({ severity }) => severity === 'error')).toBe(false);
          expect(shown.length).toBeGreaterThanOrEqual(cap);
          if (rest.some(({ severity }) => severity === 'warning'))
            expect(shown.some(({ severity }) => severity === 'hint')).toBe(false);
        }
      }),
    );
  });
});
