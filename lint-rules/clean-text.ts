import type { Span } from './types.ts';

/** A text without what no reader sees, and the way back to the places of its source. */
export interface CleanText {
  readonly text: string;
  /** The range of the source that a range of the clean text stands for, with the invisible signs in it. */
  readonly toSource: (span: Span) => Span;
  /** The range of the clean text that is left of a range of the source. */
  readonly fromSource: (span: Span) => Span;
}

/** Soft hyphens, zero-width signs, byte order marks; and letters with marks that stand apart from them. */
const unclean = /\p{L}[\u0300-\u036f]+|[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Most texts have none of them, which is quickly seen. */
const suspicious = /[\u0300-\u036f]|[\u00ad\u200b-\u200d\u2060\ufeff]/;
const cyrillic = /^\p{Script=Cyrillic}/u;
const stress = /[\u0300\u0301]/g;

/**
 * Takes stress marks, soft hyphens and zero-width signs out and composes letters: «пра\u0301во», «пра­во» and «право» are
 * one word, and no rule has to think of it.
 */
export function cleanText(source: string): CleanText {
  if (!suspicious.test(source)) return { text: source, toSource: same, fromSource: same };
  let text = '';
  let position = 0;
  // Where the two go apart: from `clean[i]` on the same distance lies between them.
  const clean: number[] = [0];
  const sources: number[] = [0];
  for (const { 0: found, index } of source.matchAll(unclean)) {
    const seen = visible(found);
    if (seen === found) continue;
    text += source.slice(position, index) + seen;
    position = index + found.length;
    clean.push(text.length);
    sources.push(position);
  }
  if (clean.length === 1) return { text: source, toSource: same, fromSource: same };
  text += source.slice(position);
  const back = (offset: number) => moved(offset, clean, sources);
  const forth = (offset: number) => Math.min(moved(offset, sources, clean), text.length);
  return {
    text,
    toSource: ({ start, end }) => ({ start: back(start), end: back(end) }),
    fromSource: ({ start, end }) => ({ start: forth(start), end: forth(end) }),
  };
}

const same = (span: Span): Span => span;

function visible(found: string): string {
  if (found.length === 1) return '';
  return (cyrillic.test(found) ? found.replace(stress, '') : found).normalize('NFC');
}

/** An offset of one text in the other, by the last place before it where they went apart. */
function moved(offset: number, from: readonly number[], to: readonly number[]): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const distance = offset - (from[low] ?? 0);
  const next = to[low + 1];
  const reached = (to[low] ?? 0) + distance;
  return next === undefined ? reached : Math.min(reached, next);
}
