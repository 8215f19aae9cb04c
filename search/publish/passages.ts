import { sentences } from '@ponyatno/russian';
import type { PassageSource } from './sources.ts';

const mostWords = 250;
const fewestWords = 60;
const word = /[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)*/gu;

/**
 * Cuts a long passage into pieces of 60 to 250 words, at the ends of blocks, else of sentences, else of words. A piece keeps the
 * heading and the anchor of the whole.
 */
export function splitPassage(passage: PassageSource): PassageSource[] {
  const text = passage.text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
  if (countWords(text) <= mostWords) return [{ ...passage, text }];
  const pieces: string[] = [];
  let piece = '';
  let words = 0;
  for (const part of parts(text)) {
    const more = countWords(part);
    if (words > 0 && words + more > mostWords) {
      pieces.push(piece);
      piece = '';
      words = 0;
    }
    piece += part;
    words += more;
  }
  const last = pieces.at(-1);
  // A short tail goes to the piece before it.
  if (last !== undefined && words < fewestWords) pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
  return pieces.map((each) => ({ ...passage, text: each.trim() }));
}

// Blocks; of a block too long its sentences; of a sentence too long its runs of words. Together they are the text.
function* parts(text: string): Generator<string> {
  for (const block of text.split(/(?<=\n)/)) {
    if (countWords(block) <= mostWords) yield block;
    else yield* sentenceParts(block);
  }
}

function* sentenceParts(block: string): Generator<string> {
  let place = 0;
  for (const { end } of sentences(block)) {
    yield* runs(block.slice(place, end));
    place = end;
  }
  yield* runs(block.slice(place));
}

function* runs(sentence: string): Generator<string> {
  let from = 0;
  let count = 0;
  for (const match of sentence.matchAll(word)) {
    if (count++ < mostWords - fewestWords) continue;
    yield sentence.slice(from, match.index);
    from = match.index;
    count = 1;
  }
  if (from < sentence.length) yield sentence.slice(from);
}

function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(word)) count++;
  return count;
}
