import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterSchema } from '../schema/schema.ts';
import { insertQuote, type Quote, replaceQuote } from './quote.ts';
import { citedRanges } from './sources.ts';

const p = (text = '') => ({
  type: 'paragraph',
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const doc = (...content: object[]) => Node.fromJSON(letterSchema, { type: 'doc', content });
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
});
const quote = (digest: string, ...content: Quote['content']): Quote => ({
  page: 'a',
  digest,
  piece: '',
  content,
});
const stateOf = (document: Node) => EditorState.create({ doc: document });
/** The words, a line a block. */
const lines = (document: Node) => document.textBetween(0, document.content.size, '|');

describe('insertQuote', () => {
  it.each([
    ['Ответ:', 7, 'Ответ: Пишите.'],
    ['', 1, 'Пишите.'],
    ['Ответ: дальше', 8, 'Ответ: Пишите. дальше'],
    ['Ответ.', 1, 'Пишите. Ответ.'],
  ])('KB-6: goes on in the sentence: «%s»', (text, at, expected) => {
    const { doc: after } = insertQuote(
      stateOf(doc(p(text))),
      { from: at, to: at },
      quote('d1', p('Пишите.')),
    );
    expect(lines(after)).toBe(expected);
    expect(citedRanges(after).map(({ from, to }) => after.textBetween(from, to))).toEqual(['Пишите.']);
  });

  it('puts several blocks between the halves of a paragraph, and in the place of an empty one', () => {
    const blocks = quote('d1', p('Первый.'), list('раз', 'два'));
    expect(lines(insertQuote(stateOf(doc(p('До.'), p())), { from: 6, to: 6 }, blocks).doc)).toBe(
      'До.|Первый.|раз|два',
    );
    expect(lines(insertQuote(stateOf(doc(p('До. После.'))), { from: 5, to: 5 }, blocks).doc)).toBe(
      'До. |Первый.|раз|два|После.',
    );
  });

  it('stands apart when it is asked to', () => {
    const { doc: after } = insertQuote(
      stateOf(doc(p('До.'), p('С.'))),
      { from: 4, to: 4 },
      quote('d1', p('Пишите.')),
      true,
    );
    expect(lines(after).replaceAll(/\|+/g, '|')).toBe('До.|Пишите.|С.');
  });
});

describe('replaceQuote', () => {
  const shapes = fc.oneof(
    fc.constant([p('Один.')]),
    fc.constant([p('Один.'), p('Два.')]),
    fc.constant([list('раз', 'два')]),
    fc.constant([p('Вот что:'), list('раз'), p('Конец.')]),
  );

  it('KB-6: puts today’s words in the place of older ones, whatever their shape, and leaves the rest', () => {
    fc.assert(
      fc.property(
        shapes,
        shapes,
        fc.constantFrom('', 'До: '),
        fc.constantFrom('', ' После.'),
        (old, today, left, right) => {
          const start = stateOf(doc(p('Здравствуйте!'), p(left + right), p('Прощайте.')));
          const at = 15 + 1 + left.length;
          const inserted = stateOf(insertQuote(start, { from: at, to: at }, quote('d1', ...old)).doc);
          const { tr } = inserted;
          for (const range of citedRanges(inserted.doc).toReversed())
            replaceQuote(inserted, tr, range, quote('d2', ...today));
          tr.doc.check();
          const words = lines(tr.doc).replaceAll('|', ' ').replaceAll(/ +/g, ' ').trim();
          const expected = ['Здравствуйте!', left, lines(doc(...today)), right, 'Прощайте.']
            .join(' ')
            .replaceAll('|', ' ')
            .replaceAll(/ +/g, ' ')
            .trim();
          expect(words).toBe(expected);
          expect(citedRanges(tr.doc).every(({ digest }) => digest === 'd2')).toBe(true);
        },
      ),
    );
  });
});
