import { type PartialContent, withLookups } from '../content.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { readPage } from './page.ts';
import { placeOf } from './place.ts';
import type { Reading } from './reading.ts';
import { sayWith } from './say-values.ts';
import { withUnits } from './units.ts';

/** A page that stands in the content by way of trial, and what reading it found. */
export interface TrialReading {
  /** The content with the page as the text has it; without the page when its fields do not hold to their schema. */
  readonly reading: Reading<PartialContent>;
  /** Whether the page could be read. */
  readonly readable: boolean;
  /** The front matter as written, as far as it is YAML. */
  readonly data: unknown;
  /** The text below the front matter, and the line of the file it begins on. */
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * The content as it would be with one page written anew: nothing is read from the disk again, so that a page can be checked while
 * somebody writes it.
 *
 * @returns undefined when no page may stand at this path
 */
export function withPage(
  reading: Reading<PartialContent>,
  file: string,
  text: string,
): TrialReading | undefined {
  const place = placeOf(file);
  if (place === undefined) return undefined;
  const { content } = reading;
  const read = readPage(text.replaceAll(/\r\n?/g, '\n'), file, place, sayWith(content.agency));
  const others = content.pages.filter((page) => page.file !== file);
  const pages = [...others, ...(read.page ? [read.page] : [])].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const problems: Problem[] = [...reading.problems.filter((one) => one.file !== file), ...read.problems];
  return {
    reading: {
      content: withLookups({ ...content, pages: withUnits(pages) }),
      problems: sortProblems(problems),
      locate: (of, path) => (of === file ? read.source.locate(path) : reading.locate(of, path)),
      files: new Set([...reading.files, file]),
    },
    readable: read.page !== undefined,
    data: read.source.data,
    body: read.body,
    bodyLine: read.bodyLine,
  };
}
