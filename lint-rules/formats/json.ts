import {
  countIgnored,
  countKnown,
  countMessages,
  type FileReport,
  placer,
  type RunReport,
} from './report.ts';

/** For programs: every finding with its place, and the readability of each file. */
export function formatJson(reports: readonly FileReport[], run: RunReport = {}): string {
  const files = reports.map(({ file, source, messages, readability, unit }) => {
    const place = placer(source, unit);
    return {
      file,
      messages: messages.map((message) => {
        const start = place(message.start);
        const end = place(message.end);
        return {
          ...message,
          ...(unit === 'paragraph'
            ? { paragraph: start.line, endParagraph: end.line }
            : { line: start.line, endLine: end.line }),
          column: start.column,
          endColumn: end.column,
        };
      }),
      readability,
    };
  });
  const summary = {
    ...countMessages(reports),
    files: reports.length,
    ignored: countIgnored(reports),
    ...(run.gone === undefined ? {} : { known: countKnown(reports), gone: run.gone }),
  };
  return JSON.stringify({ files, summary }, undefined, 2);
}
