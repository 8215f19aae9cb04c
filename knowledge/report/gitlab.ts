import type { Problem, Severity } from '../problem.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', missing: 'info' };

/** For GitLab: the report of Code Quality, which a merge request shows beside the lines. */
export function formatGitlab(problems: readonly Problem[], folder: string): string {
  const seen = new Map<string, number>();
  const issues = problems.map(({ severity, rule, file, line, message }) => {
    const path = folder === '' ? file : `${folder}/${file}`;
    const key = [path, rule, message].join(' ');
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return {
      description: message,
      check_name: rule,
      fingerprint: `${key} ${number}`,
      severity: severities[severity],
      location: { path, lines: { begin: line } },
    };
  });
  return JSON.stringify(issues, undefined, 2);
}
