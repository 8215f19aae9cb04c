import type { Severity } from '../types.ts';
import { readyFix } from './ready-fix.ts';
import { type FileReport, placer, type RunReport } from './report.ts';
import { summary } from './summary.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** For GitHub: workflow commands that show each finding beside its line in a pull request. */
export function formatGithub(reports: readonly FileReport[], run: RunReport = {}): string {
  const lines = reports.flatMap(({ file, source, messages, unit }) => {
    const place = placer(source, unit);
    return messages.map((one) => {
      const { severity, start, end, rule, message } = one;
      const from = place(start);
      const to = place(end);
      const ready = readyFix(one);
      const range = `line=${from.line},endLine=${to.line},col=${from.column},endColumn=${to.column}`;
      const inFile = `::${commands[severity]} file=${property(file)}`;
      if (unit === 'paragraph')
        return `${inFile},title=${property(rule)}::${data(`Абзац ${from.line}. ${message}${ready}`)}`;
      return `${inFile},${range},title=${property(rule)}::${data(message + ready)}`;
    });
  });
  return [...lines, summary(reports, run)].join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
