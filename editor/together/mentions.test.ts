import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentRuns, mentionedIn, nameBeingTyped } from './mentions.ts';

describe('mentionedIn', () => {
  it.each([
    ['@Анна, посмотрите', ['Анна'], ['Анна']],
    ['@Анна Львова, посмотрите', ['Анна', 'Анна Львова'], ['Анна Львова']],
    ['Спросим @Борис, отдел обращений.', ['Борис, отдел обращений', 'Борис'], ['Борис, отдел обращений']],
    ['@Анна и ещё раз @Анна', ['Анна'], ['Анна']],
    ['@Аннабель', ['Анна'], []],
    ['почта info@Анна', ['Анна'], []],
    ['Анна', ['Анна'], []],
    ['@', ['', 'Анна'], []],
  ])('%s', (text, names, mentioned) => {
    expect(mentionedIn(text, names)).toEqual(mentioned);
  });
});

describe('commentRuns', () => {
  it('loses no character, whatever the names are', () => {
    const letters = fc.string({ unit: fc.constantFrom('@', 'а', 'б', ' ', ',') });
    fc.assert(
      fc.property(letters, fc.array(letters), (text, names) => {
        const runs = commentRuns(text, names);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        for (const run of runs.filter(({ mentioned }) => mentioned))
          expect(names).toContain(run.text.slice(1));
      }),
    );
  });
});

describe('nameBeingTyped', () => {
  it.each([
    ['Смотри, @Ан', 11, { start: 8, typed: 'Ан' }],
    ['@', 1, { start: 0, typed: '' }],
    ['@Анна Ль', 8, { start: 0, typed: 'Анна Ль' }],
    ['почта@дом', 9, undefined],
    ['@Анна\nда', 8, undefined],
    ['без знака', 5, undefined],
  ])('%s at %i', (text, caret, expected) => {
    expect(nameBeingTyped(text, caret)).toEqual(expected);
  });
});
