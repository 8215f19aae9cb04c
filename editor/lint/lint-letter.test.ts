import { createLinter } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { lintLetter } from './lint-letter.ts';
import { NewestFirst } from './newest.ts';

describe('lintLetter', () => {
  const linter = createLinter({ dictionary: openDictionary(), profile: 'letter' });

  it('LN-1: gives the findings by block, with offsets into the block', () => {
    const letter = lintLetter(linter, ['Здравствуйте!', '', 'Записаться можно посредством звонка.']);
    expect(letter.blocks.map(({ messages }) => messages.length > 0)).toEqual([false, false, true]);
    const message = letter.blocks[2]?.messages.find(({ actual }) => actual.includes('посредством'));
    expect(message && 'Записаться можно посредством звонка.'.slice(message.start, message.end)).toBe(
      message?.actual,
    );
  });

  it('gives what stands on the same words too: which of them is told, the desk says', () => {
    const [block] = lintLetter(linter, ['Проведено обследование дома.']).blocks;
    expect(block?.messages.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['light-verb', 'passive']),
    );
  });

  it('has nothing to say of an empty letter', () => {
    expect(lintLetter(linter, []).blocks).toEqual([]);
    expect(lintLetter(linter, ['']).blocks).toEqual([{ text: '', messages: [] }]);
  });

  it('takes a variable without a value for something unknown, not for a mistake', () => {
    const letter = lintLetter(linter, ['Письмо под номером \uFFFC получено.']);
    expect(letter.blocks[0]?.messages.filter(({ actual }) => actual.includes('\uFFFC'))).toEqual([]);
  });
});

describe('NewestFirst', () => {
  it('asks one question at a time and forgets those that were overtaken', () => {
    const sent: number[] = [];
    const questions = new NewestFirst<number>((question) => sent.push(question));
    for (const question of [1, 2, 3]) questions.ask(question);
    expect(sent).toEqual([1]);
    questions.answered();
    expect(sent).toEqual([1, 3]);
    questions.answered();
    questions.ask(4);
    expect(sent).toEqual([1, 3, 4]);
  });
});
