import type { Severity } from '../types.ts';
import { readyFix } from './ready-fix.ts';
import { type FileReport, placer } from './report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', hint: 'info' };

/**
 * For GitLab: the report of Code Quality, which a merge request shows beside the lines. Findings of one kind in one
 * sentence are told apart by their number.
 */
export function formatGitlab(reports: readonly FileReport[]): string {
  const issues = reports.flatMap(({ file, source, messages, unit }) => {
    const place = placer(source, unit);
    const seen = new Map<string, number>();
    return messages.map((one) => {
      const { severity, start, end, rule, message, fingerprint = source.slice(start, end) } = one;
      const { line } = place(start);
      const key = [file, rule, fingerprint].join(' ');
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      const words = message + readyFix(one);
      return {
        description: unit === 'paragraph' ? `Абзац ${line}. ${words}` : words,
        check_name: rule,
        fingerprint: `${key} ${number}`,
        severity: severities[severity],
        location: { path: file, lines: { begin: unit === 'paragraph' ? 1 : line } },
      };
    });
  });
  return JSON.stringify(issues, undefined, 2);
}
