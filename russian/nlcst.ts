import type {
  Nodes,
  Paragraph as ParagraphNode,
  Root,
  RootContent,
  SentenceContent,
  Sentence as SentenceNode,
} from 'nlcst';
import type { Plugin } from 'unified';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { type Paragraph, type Sentence, segment } from './segments.ts';
import type { Token, TokenKind } from './token.ts';

declare module 'nlcst' {
  interface WordData {
    /** What the tokenizer took the word for. */
    kind?: TokenKind | undefined;
    /** What to look up in the dictionary: no full stop, no letter-spacing. */
    word?: string | undefined;
  }
}

/** A unified parser: Russian text → nlcst, for retext plugins. Offsets are UTF-16 code units. */
export const parseRussian: Plugin<[], string, Root> = function () {
  this.parser = (document: string, _file: VFile): Root => russianToNlcst(document);
};

/** Russian text as an nlcst tree. White space stays in the tree: its leaves, one after the other, are the text. */
export function russianToNlcst(text: string): Root {
  const place = placer(text);
  const children: RootContent[] = [];
  let end = 0;
  for (const paragraph of segment(text)) {
    children.push(...whiteSpace(text, end, paragraph.start, place), paragraphNode(text, paragraph, place));
    end = paragraph.end;
  }
  children.push(...whiteSpace(text, end, text.length, place));
  return { type: 'RootNode', children, position: place(0, text.length) };
}

type Place = (start: number, end: number) => Position;

function paragraphNode(text: string, { start, end, sentences }: Paragraph, place: Place): ParagraphNode {
  const children: ParagraphNode['children'] = [];
  let last = start;
  for (const sentence of sentences) {
    children.push(...whiteSpace(text, last, sentence.start, place), sentenceNode(sentence, place));
    last = sentence.end;
  }
  return { type: 'ParagraphNode', children, position: place(start, end) };
}

function sentenceNode({ start, end, tokens }: Sentence, place: Place): SentenceNode {
  return {
    type: 'SentenceNode',
    children: tokens.map((token) => tokenNode(token, place)),
    position: place(start, end),
  };
}

function tokenNode(token: Token, place: Place): SentenceContent {
  const { kind, start, end, text: value, word } = token;
  const position = place(start, end);
  switch (kind) {
    case 'space':
      return { type: 'WhiteSpaceNode', value, position };
    case 'punctuation':
      return { type: 'PunctuationNode', value, position };
    case 'symbol':
    case 'mark':
      return { type: 'SymbolNode', value, position };
    case 'variable':
    case 'object':
      return { type: 'SourceNode', value, position };
    case 'abbreviation':
      return {
        type: 'WordNode',
        children: [
          { type: 'TextNode', value: word, position: place(start, end - 1) },
          { type: 'PunctuationNode', value: '.', position: place(end - 1, end) },
        ],
        position,
        data: { kind, word },
      };
    case 'word':
    case 'number':
    case 'address':
      return {
        type: 'WordNode',
        children: [{ type: 'TextNode', value, position }],
        position,
        data: { kind, word },
      };
  }
}

function whiteSpace(
  text: string,
  start: number,
  end: number,
  place: Place,
): Extract<Nodes, { type: 'WhiteSpaceNode' }>[] {
  return start < end
    ? [{ type: 'WhiteSpaceNode', value: text.slice(start, end), position: place(start, end) }]
    : [];
}

/** Line and column for offsets. They are asked for in almost ascending order, so the line is rarely far. */
function placer(text: string): Place {
  const lineStarts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + end.length);
  let line = 0;

  function point(offset: number): Point {
    while ((lineStarts[line] ?? 0) > offset) line--;
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
  }

  return (start, end) => ({ start: point(start), end: point(end) });
}
