import type { Message } from '@ponyatno/lint-rules';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LintedLetter } from '../../lint/lint-letter.ts';
import { letterSchema } from '../../schema/schema.ts';
import { blocksOf, type Values } from '../../text/blocks.ts';
import {
  findingsKey,
  findingsPlugin,
  type LetterFinding,
  setActive,
  setLinted,
  setOpened,
} from './findings.ts';
import { visibleOf } from './findings-list.ts';
import { fixTransaction } from './fix.ts';
import { differenceMapping } from './remote-mapping.ts';

const values: Values = {
  version: 0,
  textOf: (name) => (name === 'имя' ? 'Анна' : undefined),
  valueOf: () => true,
};
const t = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => Node.fromJSON(letterSchema, { type: 'doc', content });

function stateOf(document: Node, isLeft = (_: LetterFinding) => false): EditorState {
  return EditorState.create({
    doc: document,
    plugins: [findingsPlugin(values, isLeft, () => undefined)],
  });
}

/** Lints by looking for words: what the linter would give for them. */
function linted(document: Node, ...words: string[]): LintedLetter {
  const blocks = blocksOf(document, values).map(({ text }) => ({
    text,
    messages: words.flatMap((actual): Message[] => {
      const start = text.indexOf(actual);
      const message = {
        rule: 'officialese',
        severity: 'warning',
        actual,
        expected: ['по'],
        changes: ['swap'],
        fix: 'swap',
        message: 'Проще.',
      } as const;
      return start < 0 ? [] : [{ ...message, start, end: start + actual.length }];
    }),
  }));
  const readability = { grade: 8, error: 2, words: 1, sentences: 1, wordsPerSentence: 1, longWords: 0 };
  return { blocks, missingParts: [], readability, budgets: [] };
}

function findingsOf(state: EditorState): readonly LetterFinding[] {
  return findingsKey.getState(state)?.findings ?? [];
}

const wordsAt = (state: EditorState) =>
  findingsOf(state).map(({ from, to }) => state.doc.textBetween(from, to));

describe('findingsPlugin', () => {
  const letter = doc(p(t('Записаться можно посредством звонка.')), p(t('В целях ответа.')));
  const first = stateOf(letter);
  const state = first.apply(setLinted(first, linted(letter, 'посредством', 'В целях')));

  it('puts findings where their words stand', () => {
    expect(wordsAt(state)).toEqual(['посредством', 'В целях']);
  });

  it('moves them along with what is typed before them', () => {
    const typed = state.apply(state.tr.insertText('Сегодня. ', 1));
    expect(wordsAt(typed)).toEqual(['посредством', 'В целях']);
  });

  it('drops a finding whose words were touched, and keeps the others', () => {
    const touched = state.apply(state.tr.insertText('х', 20));
    expect(wordsAt(touched)).toEqual(['В целях']);
  });

  it('finds them again after an edit of a colleague has made all nodes anew', () => {
    const remote = doc(p(t('Вот. Записаться можно посредством звонка.')), p(t('В целях ответа.')));
    const replaced = state.tr
      .replaceWith(0, letter.content.size, remote.content)
      .setMeta(ySyncPluginKey, { isChangeOrigin: true });
    expect(wordsAt(state.apply(replaced))).toEqual(['посредством', 'В целях']);
  });

  it('takes an answer about an older text only where the text is still the same', () => {
    const answer = linted(letter, 'посредством', 'В целях');
    const typed = first.apply(first.tr.insertText('Сегодня. ', 1));
    expect(wordsAt(typed.apply(setLinted(typed, answer)))).toEqual(['В целях']);
  });

  it('keeps the key of a finding over runs, so that the chosen one stays chosen', () => {
    const key = findingsOf(state)[1]?.key;
    const chosen = state.apply(setActive(state, key));
    const typed = chosen.apply(chosen.tr.insertText('Да. ', 1));
    const again = typed.apply(setLinted(typed, linted(typed.doc, 'посредством', 'В целях')));
    expect(findingsKey.getState(again)?.active).toBe(key);
    expect(findingsOf(again)[1]?.key).toBe(key);
  });

  it('tells two equal findings apart', () => {
    const twice = doc(p(t('посредством')), p(t('посредством')));
    const marked = stateOf(twice).apply(setLinted(stateOf(twice), linted(twice, 'посредством')));
    const keys = findingsOf(marked).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('what the plugin shows of a crowded paragraph', () => {
  const words = ['один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь'];
  const crowded = doc(p(t('Начало.')), p(t(words.join(' '))));
  const beginning = 10;
  const markedOf = (left = new Set<string>()) => {
    const empty = stateOf(crowded, ({ actual }) => left.has(actual));
    return empty.apply(setLinted(empty, linted(crowded, ...words)));
  };
  const shownIn = (state: EditorState) => {
    const list = findingsKey.getState(state)?.list;
    return list ? visibleOf(list).map(({ actual }) => actual) : [];
  };
  const underlinedIn = (state: EditorState) =>
    findingsKey
      .getState(state)
      ?.decorations.find()
      .map(({ from, to }) => state.doc.textBetween(from, to));

  it('underlines just what is shown', () => {
    const state = markedOf();
    expect(shownIn(state)).toEqual(['один', 'четыре', 'пять', 'шесть', 'семь']);
    expect(underlinedIn(state)?.sort()).toEqual(shownIn(state).sort());
  });

  it('keeps a paragraph open while the letter grows before it', () => {
    const state = markedOf();
    const opened = state.apply(setOpened(state, [beginning]));
    expect(shownIn(opened)).toHaveLength(7);
    const typed = opened.apply(opened.tr.insertText('Сегодня. ', 1));
    const again = typed.apply(setLinted(typed, linted(typed.doc, ...words)));
    expect(shownIn(again)).toHaveLength(7);
    expect(underlinedIn(again)).toHaveLength(7);
    const joined = again.apply(again.tr.join(beginning + 'Сегодня. '.length - 1));
    expect(findingsKey.getState(joined)?.opened).toEqual([]);
  });

  it('brings the next one up when one is fixed or left', () => {
    const left = new Set<string>();
    const state = markedOf(left);
    const fixed = state.apply(state.tr.insertText('раз', beginning, beginning + 'один'.length));
    expect(shownIn(fixed)).toEqual(['два', 'четыре', 'пять', 'шесть', 'семь']);
    left.add('пять');
    const looked = fixed.apply(setActive(fixed, undefined));
    expect(shownIn(looked)).toEqual(['два', 'три', 'четыре', 'шесть', 'семь']);
  });

  it('does not show what a finding hid once its words were changed: the linter looks first', () => {
    const letter = doc(p(t('в целях ответа сегодня')));
    const left = new Set<string>();
    const empty = stateOf(letter, ({ actual }) => left.has(actual));
    const state = empty.apply(setLinted(empty, linted(letter, 'в целях ответа', 'ответа')));
    expect(shownIn(state)).toEqual(['в целях ответа']);
    expect(shownIn(state.apply(state.tr.insertText('для', 1, 8)))).toEqual([]);
    left.add('в целях ответа');
    expect(shownIn(state.apply(setActive(state, undefined)))).toEqual(['ответа']);
  });
});

describe('fixTransaction', () => {
  const fix = (letter: Node, actual: string, replacement: string) => {
    const state = stateOf(letter);
    const marked = state.apply(setLinted(state, linted(letter, actual)));
    const [finding] = findingsOf(marked);
    if (finding === undefined) throw new Error('A finding is expected.');
    const transaction = fixTransaction(marked, finding, replacement, values);
    return transaction?.doc;
  };

  it('puts the plain words in place, in one transaction', () => {
    expect(
      fix(doc(p(t('Можно посредством звонка.'))), 'посредством звонка', 'по телефону')?.textContent,
    ).toBe('Можно по телефону.');
  });

  it('keeps marks of what stays, and of what is put in its place', () => {
    const fixed = fix(
      doc(p(t('осуществляет '), t('проверку', 'bold'), t(' документов'))),
      'осуществляет проверку документов',
      'проверяет документы',
    );
    expect(fixed?.textContent).toBe('проверяет документы');
    let bold = '';
    fixed?.descendants((node) => {
      if (node.isText && node.marks.length > 0) bold += node.text;
    });
    expect(bold).not.toBe('');
  });

  it('does not touch a variable', () => {
    const letter = doc(p(t('для '), { type: 'variable', attrs: { name: 'имя' } }, t(' и')));
    expect(fix(letter, 'для Анна и', 'Анне и')).toBeUndefined();
    expect(fix(letter, 'для', 'ради')?.textContent).toContain('ради');
  });

  it('works at the beginning and the end of text under a flag', () => {
    const letter = doc(
      p(t('Да. '), { type: 'condition', attrs: { flag: 'ф' }, content: [t('посредством звонка')] }, t('.')),
    );
    expect(fix(letter, 'посредством', 'с помощью')?.textContent).toBe('Да. с помощью звонка.');
    expect(fix(letter, 'звонка', 'письма')?.textContent).toBe('Да. посредством письма.');
  });

  it('can take words away', () => {
    expect(fix(doc(p(t('Данное решение принято.'))), 'Данное решение', 'Решение')?.textContent).toBe(
      'Решение принято.',
    );
  });
});

describe('differenceMapping', () => {
  it('maps what lies before and after the change to the same text', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (left, right, removed, added) => {
        const before = doc(p(t(`[${left}`), t(`${removed}|`), t(`${right}]`)));
        const after = doc(p(t(`[${left}`), t(`${added}|`), t(`${right}]`)));
        const mapping = differenceMapping(before, after);
        expect(mapping.map(1)).toBe(1);
        expect(mapping.map(before.content.size)).toBe(after.content.size);
        const position = before.content.size - 1 - right.length - 1;
        expect(after.textBetween(mapping.map(position), after.content.size - 1)).toContain(`${right}]`);
      }),
    );
  });
});
