import fc from 'fast-check';
import type { Nodes } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseRussian, russianToNlcst } from './nlcst.ts';

/** The tree in short: types and leaves. */
function sketch(node: Nodes): unknown {
  return 'children' in node ? [node.type, ...node.children.map(sketch)] : `${node.type} ${node.value}`;
}

describe('parseRussian', () => {
  it('is a unified parser that yields nlcst', () => {
    const tree = unified().use(parseRussian).parse('1. Ответ по ст. 5.');
    expect(sketch(tree)).toEqual([
      'RootNode',
      [
        'ParagraphNode',
        [
          'SentenceNode',
          'SymbolNode 1.',
          'WhiteSpaceNode  ',
          ['WordNode', 'TextNode Ответ'],
          'WhiteSpaceNode  ',
          ['WordNode', 'TextNode по'],
          'WhiteSpaceNode  ',
          ['WordNode', 'TextNode ст', 'PunctuationNode .'],
          'WhiteSpaceNode  ',
          ['WordNode', 'TextNode 5'],
          'PunctuationNode .',
        ],
      ],
    ]);
  });

  it('gives lines, columns and offsets', () => {
    const tree = russianToNlcst('Да.\r\n\r\nПривет, мир!');
    const words: unknown[] = [];
    visit(tree, 'WordNode', (word) => {
      words.push(word.position);
    });
    expect(words[2]).toEqual({
      start: { line: 3, column: 9, offset: 15 },
      end: { line: 3, column: 12, offset: 18 },
    });
  });

  it('says what a word is and how to look it up', () => {
    const found: unknown[] = [];
    visit(russianToNlcst('п р и к а з ы в а ю ст. 5 на nso.ru'), 'WordNode', ({ data }) => {
      found.push(data);
    });
    expect(found).toEqual([
      { kind: 'word', word: 'приказываю' },
      { kind: 'abbreviation', word: 'ст' },
      { kind: 'number', word: '5' },
      { kind: 'word', word: 'на' },
      { kind: 'address', word: 'nso.ru' },
    ]);
  });

  it('leaves variables and objects of the editor to nobody', () => {
    expect(sketch(russianToNlcst('((имя))\uFFFC'))).toEqual([
      'RootNode',
      ['ParagraphNode', ['SentenceNode', 'SourceNode ((имя))', 'SourceNode \uFFFC']],
    ]);
  });

  it('gives an empty tree for nothing', () => {
    expect(sketch(russianToNlcst(''))).toEqual(['RootNode']);
    expect(sketch(russianToNlcst(' \n '))).toEqual(['RootNode', 'WhiteSpaceNode  \n ']);
  });

  it('keeps any text, and each node its place in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'Да',
            ' ',
            '. ',
            '\n',
            '\r\n',
            '\r',
            '1.',
            'ст.',
            '«',
            '\uFFFC',
            '\uD83D',
            '((а))',
            '\u0301',
          ),
        )
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const tree = russianToNlcst(value);
        expect(textOf(tree)).toBe(value);
        const lines = value.split(/\r\n|\n|\r/);
        visit(tree, (node) => {
          const { start, end } = node.position ?? {};
          expect(textOf(node)).toBe(value.slice(start?.offset, end?.offset));
          expect(start?.column).toBeLessThanOrEqual((lines[(start?.line ?? 0) - 1]?.length ?? 0) + 2);
        });
      }),
      { numRuns: 1500 },
    );
  });
});
