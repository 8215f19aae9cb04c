import { hasLineEnd } from './shapes.ts';
import type { Token } from './token.ts';

/** Ranges of token numbers, end exclusive, that begin and end with something other than space. */
export type TokenRange = readonly [from: number, to: number];

/** A line of a paragraph, as token numbers. */
interface Line {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits tokens into paragraphs. A paragraph ends at a blank line, before a list mark, after «;» or «:» at the end
 * of a line, and where a heading in capitals begins or ends. Any other line end is a space: official texts come
 * with their lines broken.
 */
export function paragraphRanges(tokens: readonly Token[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  let start: number | undefined;
  let previous: Line | undefined;
  for (const line of lines(tokens)) {
    if (start === undefined || previous === undefined) start = line.from;
    else if (isBoundary(tokens, previous, line)) {
      ranges.push([start, previous.to]);
      start = line.from;
    }
    previous = line;
  }
  if (start !== undefined && previous !== undefined) ranges.push([start, previous.to]);
  return ranges;
}

function* lines(tokens: readonly Token[]): Generator<Line> {
  let from: number | undefined;
  let to = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'space') {
      from ??= index;
      to = index + 1;
    } else if (from !== undefined && hasLineEnd(text)) {
      yield { from, to };
      from = undefined;
    }
  }
  if (from !== undefined) yield { from, to };
}

// «\r\n» is one line end.
const lineEnd = /\r\n|[\n\r\u0085\u2028]/g;
const paragraphEnd = /[\u2029\f]/;
const dash = /^[\u2012-\u2015]$/;

function isBoundary(tokens: readonly Token[], line: Line, next: Line): boolean {
  const between = tokens[line.to];
  if (between?.kind === 'space' && isBlankLine(between.text)) return true;
  const last = tokens[line.to - 1];
  if (last?.text === ';' || last?.text === ':') return true;
  const first = tokens[next.from];
  // A dash at the start of a line may just be the middle of a sentence: «Клиент\n– физическое лицо».
  if (first?.kind === 'mark' && dash.test(first.text))
    return last?.kind === 'punctuation' || tokens[line.from]?.text === first.text;
  if (first?.kind === 'mark') return true;
  return isCapitals(tokens, line) !== isCapitals(tokens, next);
}

/** White space between tokens has nothing but space between its line ends. */
function isBlankLine(space: string): boolean {
  return paragraphEnd.test(space) || [...space.matchAll(lineEnd)].length > 1;
}

/** The least letters of a heading in capitals: a line may consist of «МФЦ» by chance. */
const leastCapitals = 5;

function isCapitals(tokens: readonly Token[], { from, to }: Line): boolean {
  let letters = 0;
  for (let index = from; index < to; index++) {
    const { kind, text } = tokens[index] ?? { kind: 'space', text: '' };
    if (kind !== 'word' && kind !== 'abbreviation') continue;
    if (text !== text.toUpperCase()) return false;
    letters += text.length;
  }
  return letters >= leastCapitals;
}
