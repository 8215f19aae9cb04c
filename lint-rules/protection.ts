import type { Dictionary } from '@ponyatno/russian';
import { Grammeme } from '@ponyatno/russian';
import { actTitles } from './act-titles.ts';
import { badExamples } from './bad-examples.ts';
import type { Document, Paragraph } from './document.ts';
import { SpanIndex } from './finding.ts';
import { SequenceIndex } from './morphology/sequence.ts';
import type { Span } from './types.ts';

/**
 * Ranges whose words are not the author's own: quotations, lines quoted with `>`, titles of acts that stand as
 * headings or run on in a sentence, bad examples, official names. Most of the loudest findings in real acts are quoted bad examples.
 */
export function protectedRanges(
  document: Document,
  dictionary: Dictionary,
  names: readonly string[],
): Span[] {
  const ranges = document.paragraphs.flatMap((paragraph) =>
    isQuotedLine(document, paragraph) || isTitle(document, paragraph)
      ? [{ start: paragraph.start, end: paragraph.end }]
      : quotations(document.text, paragraph),
  );
  return [
    ...ranges,
    ...badExamples(document),
    ...actTitles(document),
    ...officialNames(document, dictionary, names),
  ].toSorted((one, two) => one.start - two.start);
}

/** Tells whether a range lies within a protected one. */
export function protection(ranges: readonly Span[]): (span: Span) => boolean {
  const index = new SpanIndex(ranges);
  return (span) => index.covers(span);
}

const closing: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['„', '“'],
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
]);

function quotations(text: string, { start, end }: Paragraph): Span[] {
  const found: Span[] = [];
  // A mark that was sought in vain is not sought again.
  const missing = new Set<string>();
  let reached = start;
  // «об'ект»: an apostrophe opens nothing.
  for (const { 0: opening, index: offset } of text.slice(start, end).matchAll(/[«„“"‘]|(?<!\p{L})'/gu)) {
    const index = start + offset;
    const mark = closing.get(opening);
    if (index < reached || mark === undefined || missing.has(mark)) continue;
    const last = closingMark(text, index, end, mark);
    if (last < 0) {
      missing.add(mark);
      continue;
    }
    found.push({ start: index, end: last + 1 });
    reached = last + 1;
  }
  return found;
}

/**
 * Where a quotation ends. Russian typesetting lets two closing marks fall into one («программы «Экономика»): when
 * marks are left open, the last closing mark of the paragraph before the next opening one closes them all.
 */
function closingMark(text: string, open: number, end: number, mark: string): number {
  const opening = text.charAt(open);
  let depth = 1;
  let last = -1;
  for (let index = open + 1; index < end; index++) {
    const sign = text.charAt(index);
    if (sign === mark) {
      depth--;
      last = index;
    } else if (sign === opening) depth++;
    if (depth === 0) return index;
  }
  return last;
}

function isQuotedLine(document: Document, { start }: Paragraph): boolean {
  return document.text.startsWith('>', start);
}

const about = new Set(['о', 'об', 'обо']);

/** «Об утверждении Правил …»: a heading without a full stop. */
function isTitle(document: Document, paragraph: Paragraph): boolean {
  const [first, second] = paragraph.sentences[0]?.words ?? [];
  if (first === undefined || second === undefined || !about.has(first.folded)) return false;
  if (/[.!?;:,]\s*$/.test(document.text.slice(paragraph.start, paragraph.end))) return false;
  return second.parses.some(
    ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && (grammemes & Grammeme.loct) !== 0,
  );
}

function officialNames(document: Document, dictionary: Dictionary, names: readonly string[]): Span[] {
  const several = names.filter((name) => /\p{L}\s+\p{L}/u.test(name));
  if (several.length === 0) return [];
  const index = new SequenceIndex(
    dictionary,
    several.map((name): [string, string] => [name, name]),
  );
  return document.sentences.flatMap((sentence) =>
    [...index.find(sentence)].map(({ start, end }) => ({ start, end })),
  );
}
