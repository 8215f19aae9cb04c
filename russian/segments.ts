import { paragraphRanges } from './paragraphs.ts';
import { endsSentence } from './sentence-ends.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokens.ts';

/** Tokens of one sentence, without the space around it. */
export interface Sentence {
  /** UTF-16 code units into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** Sentences that belong together, and the space between them. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly Sentence[];
}

/** Splits a text into paragraphs and sentences. White space between them belongs to none. */
export function segment(text: string): Paragraph[] {
  const tokens = tokenize(text);
  return paragraphRanges(tokens).map(([from, to]) => {
    const sentences = sentencesOf(tokens, from, to);
    return { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0, sentences };
  });
}

/** Where the sentences of a text are: UTF-16 code units, end exclusive, no white space around. */
export function sentences(text: string): { start: number; end: number }[] {
  return segment(text).flatMap((paragraph) => paragraph.sentences.map(({ start, end }) => ({ start, end })));
}

/** `from` and `to` stand on tokens that are no space. */
function sentencesOf(tokens: readonly Token[], from: number, to: number): Sentence[] {
  const found: Sentence[] = [];
  let first = from;
  for (let index = from; index < to; index++) {
    if (tokens[index]?.kind === 'space') continue;
    const end = index + 1 === to ? to : endsSentence(tokens, index, to);
    if (end === undefined) continue;
    found.push(sentence(tokens.slice(first, end)));
    first = end;
    while (tokens[first]?.kind === 'space' && first < to) first++;
    index = first - 1;
  }
  return found;
}

function sentence(tokens: readonly Token[]): Sentence {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens };
}
