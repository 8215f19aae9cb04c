import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { absorb, atLeast, longest, settle, sorted } from './pipeline.ts';

const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'officialese',
  severity: 'warning',
  message: 'сообщение',
  replacements: [],
  start,
  end,
  ...more,
});

describe('the pipeline of findings', () => {
  it('keeps the longest of overlapping findings of one layer', () => {
    const long = finding(0, 20);
    expect(longest([finding(0, 9), long, finding(15, 30, { severity: 'hint' })])).toEqual([long]);
    expect(longest([finding(0, 9), finding(9, 12)])).toHaveLength(2);
  });

  it('prefers the louder of two equal findings', () => {
    const loud = finding(0, 9, { severity: 'error', rule: 'brush-off' });
    expect(longest([finding(0, 9), loud])).toEqual([loud]);
  });

  it('lets layers overlap: a passive inside a phrase is a finding of its own', () => {
    expect(longest([finding(0, 20), finding(5, 9, { rule: 'passive' })])).toHaveLength(2);
  });

  it('lets a replacement take the hints on the words that it re-inflects', () => {
    const loud = finding(0, 9, { replacements: [{ start: 0, end: 25, text: 'вернуть деньги' }] });
    expect(absorb([loud, finding(10, 20, { severity: 'hint' })])).toEqual([loud]);
    expect(absorb([loud, finding(10, 20)])).toHaveLength(2);
    expect(absorb([loud, finding(10, 20, { severity: 'hint', rule: 'passive' })])).toHaveLength(2);
  });

  it('filters by severity and sorts by place', () => {
    const findings = [finding(9, 10), finding(0, 4, { severity: 'hint' }), finding(5, 6)];
    expect(atLeast('warning')(findings)).toHaveLength(2);
    expect(sorted(findings).map(({ start }) => start)).toEqual([0, 5, 9]);
  });

  it('widens a finding to what its replacement re-inflects', () => {
    const text = 'в связи с ремонтом';
    const [message] = settle(
      text,
      {},
    )([finding(0, 9, { replacements: [{ start: 0, end: 18, text: 'из-за ремонта' }] })]);
    expect(message).toMatchObject({ start: 0, end: 18, actual: text, expected: ['из-за ремонта'] });
  });

  it('does not widen it over another finding', () => {
    const text = 'в связи с указанным ремонтом';
    const [message] = settle(
      text,
      {},
    )([
      finding(0, 9, {
        replacements: [
          { start: 0, end: 28, text: 'из-за указанного ремонта' },
          { start: 0, end: 9, text: 'при' },
        ],
      }),
      finding(10, 19),
    ]);
    expect(message).toMatchObject({ start: 0, end: 9, expected: ['при'] });
  });

  it('pads narrow replacements to the common range', () => {
    const text = 'посредством портала';
    const [message] = settle(text, { officialese: 'п. 4.2' })([
      finding(0, 11, {
        replacements: [
          { start: 0, end: 11, text: 'с помощью' },
          { start: 0, end: 19, text: 'через портал' },
        ],
      }),
    ]);
    expect(message).toMatchObject({
      end: 19,
      expected: ['с помощью портала', 'через портал'],
      clause: 'п. 4.2',
    });
  });

  it('offers nothing that changes nothing', () => {
    const [message] = settle(
      'данные',
      {},
    )([finding(0, 6, { replacements: [{ start: 0, end: 6, text: 'данные' }] })]);
    expect(message?.expected).toEqual([]);
  });
});
