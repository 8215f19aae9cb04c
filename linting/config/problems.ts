import type { FileReport, ReportMessage } from '@ponyatno/lint-rules';
import type { Problem } from '#knowledge';

/** A file of settings that was read, and what is wrong with it. */
export interface FaultyFile {
  readonly path: string;
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** Faults of settings as a report shows findings: at their place, in every format. */
export function faultReport({ source, problems }: FaultyFile, name: string): FileReport {
  const starts = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  const messages = problems.map(({ line, column, message }): ReportMessage => {
    const start = Math.min(source.length, (starts[line - 1] ?? 0) + column - 1);
    const [word = ''] = /^[^\s:,\]}]+/.exec(source.slice(start)) ?? [];
    const end = start + word.length;
    return {
      rule: 'config-invalid',
      severity: 'error',
      start,
      end,
      actual: word,
      expected: [],
      changes: [],
      fix: 'advice',
      message,
    };
  });
  const readability = {
    grade: null,
    error: null,
    words: 0,
    sentences: 0,
    wordsPerSentence: 0,
    longWords: 0,
  };
  return { file: name, source, messages, readability };
}
