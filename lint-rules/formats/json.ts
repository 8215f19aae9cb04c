import { countMessages, type FileReport, placer } from './report.ts';

/** For programs: every finding with its place, and the readability of each file. */
export function formatJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ file, source, messages, readability }) => {
    const place = placer(source);
    return {
      file,
      messages: messages.map((message) => {
        const start = place(message.start);
        const end = place(message.end);
        return {
          ...message,
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
        };
      }),
      readability,
    };
  });
  return JSON.stringify(
    { files, summary: { ...countMessages(reports), files: reports.length } },
    undefined,
    2,
  );
}
