import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneEditAway } from './edits.ts';

describe('words one edit away', () => {
  it('have a letter changed, lost, added or swapped', () => {
    const near = oneEditAway('опика');
    for (const word of ['опека', 'опик', 'опиика', 'опкиа', 'опикам']) expect(near).toContain(word);
    expect(near).toContain('апика');
    expect(near).toContain('копика');
    expect(near).not.toContain('типика');
  });

  it('never hold the word itself and keep a first consonant', () => {
    assert(
      property(stringMatching(/^[а-я]{1,12}$/), (word) => {
        const near = oneEditAway(word);
        expect(near).not.toContain(word);
        expect(new Set(near).size).toBe(near.length);
        for (const other of near) expect(Math.abs(other.length - word.length)).toBeLessThan(2);
        if (!/^[аеиоуэюяы]/.test(word))
          expect(near.every((other) => other.startsWith(word.charAt(0)) || other.endsWith(word))).toBe(true);
      }),
    );
  });
});
