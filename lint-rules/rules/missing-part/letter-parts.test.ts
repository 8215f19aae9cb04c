import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../support/linting.ts';
import { letterParts } from './letter-parts.ts';
import { parts } from './parts.ts';
import { sentences } from './sentences.ts';

const required = ['receipt', 'registration', 'deadline'].map((part) => ({ part, clause: 'п. 4.8' }));
const isEmpty = (sentence: string) => sentence.includes('((');

describe('letterParts', () => {
  it('WR-6: says which sentence brings which part', () => {
    const text = 'Здравствуйте! Мы получили Ваше письмо. Оно зарегистрировано под № 7.';
    const found = letterParts(dictionary, text, required).map(({ part, at }) => [
      part,
      at && text.slice(at.start, at.end),
    ]);
    expect(found).toEqual([
      ['receipt', 'Мы получили Ваше письмо.'],
      ['registration', 'Оно зарегистрировано под № 7.'],
      ['deadline', undefined],
    ]);
  });

  it('takes a complete sentence before one that waits for a value', () => {
    const text = 'Ответим до ((дата ответа)). Ответ придёт до 20 мая.';
    const [deadline] = letterParts(dictionary, text, [{ part: 'deadline' }], isEmpty);
    expect(deadline?.at && text.slice(deadline.at.start, deadline.at.end)).toBe('Ответ придёт до 20 мая.');
    const [waiting] = letterParts(dictionary, 'Ответим до ((дата ответа)).', [{ part: 'deadline' }], isEmpty);
    expect(waiting?.at).toEqual({ start: 0, end: 27 });
  });

  it.each(Object.entries(sentences))('agrees with the rule on %s', (part, { there, missing }) => {
    for (const text of there) expect(letterParts(dictionary, text, [{ part }])[0]?.at, text).toBeDefined();
    for (const text of missing)
      expect(letterParts(dictionary, text, [{ part }])[0]?.at, text).toBeUndefined();
  });

  it('names no sentence outside the text, whatever it is; unknown parts are left out', () => {
    const all = [...Object.keys(parts), 'no-such-part'].map((part) => ({ part }));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const found = letterParts(dictionary, text, all, isEmpty);
        expect(found).toHaveLength(all.length - 1);
        for (const { at } of found)
          if (at) expect(0 <= at.start && at.start < at.end && at.end <= text.length).toBe(true);
      }),
    );
  });
});
