import type { Problem, Severity } from '../problem.ts';
import { summary } from './summary.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  missing: 'notice',
};

/** For GitHub: workflow commands that show each problem beside its line in a pull request. */
export function formatGithub(problems: readonly Problem[], pages: number, folder: string): string {
  const lines = problems.map(({ severity, rule, file, line, column, message }) => {
    const path = folder === '' ? file : `${folder}/${file}`;
    return `::${commands[severity]} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
  });
  return [...lines, summary(problems, pages)].join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
