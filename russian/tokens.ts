import { abbreviationClass } from './abbreviations.ts';
import {
  hasLineEnd,
  matchAddress,
  matchMark,
  matchNumber,
  matchPunctuation,
  matchSpaced,
  matchWord,
} from './shapes.ts';
import type { Token, TokenKind } from './token.ts';

const objectCharacter = 0xfffc;

/** Splits a text into words, numbers, addresses, punctuation and space, in linear time. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let atLineStart = true;
  for (let start = 0; start < text.length; ) {
    const token = next(text, start, atLineStart, tokens);
    tokens.push(token);
    start = token.end;
    atLineStart = token.kind === 'space' && (atLineStart || hasLineEnd(token.text));
  }
  return tokens;
}

const space = /[\s\u0085\u200B\uFEFF]+/y;
const variable = /\(\([^()?\n]{0,100}(?:\)\)|\?\?)/y;

function next(text: string, start: number, atLineStart: boolean, before: readonly Token[]): Token {
  const spaces = match(space, text, start);
  if (spaces !== undefined) return token('space', text, start, spaces);
  if (text.charCodeAt(start) === objectCharacter) return token('object', text, start, start + 1);
  const variableEnd = match(variable, text, start);
  if (variableEnd !== undefined) return token('variable', text, start, variableEnd);
  const mark = atLineStart ? matchMark(text, start) : undefined;
  if (mark !== undefined) return token('mark', text, start, mark);
  const address = matchAddress(text, start);
  if (address !== undefined) return token('address', text, start, address);
  const spaced = matchSpaced(text, start);
  if (spaced !== undefined)
    return token('word', text, start, spaced, text.slice(start, spaced).replace(/\s/g, ''));
  const number = matchNumber(text, start);
  if (number !== undefined) return token(number.isWord ? 'word' : 'number', text, start, number.end);
  const word = matchWord(text, start);
  if (word === undefined) {
    const { end, isPunctuation } = matchPunctuation(text, start);
    return token(isPunctuation ? 'punctuation' : 'symbol', text, start, end);
  }
  const abbreviation = abbreviationClass(text, start, word, before);
  if (abbreviation === undefined) return token('word', text, start, word);
  return { ...token('abbreviation', text, start, word + 1, text.slice(start, word)), abbreviation };
}

function match(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function token(kind: TokenKind, text: string, start: number, end: number, word?: string): Token {
  const slice = text.slice(start, end);
  return { kind, start, end, text: slice, word: word ?? slice };
}
