import type { Problem, Severity } from '../problem.ts';
import { summary } from './summary.ts';

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'ошибка',
  warning: 'предупреждение',
  missing: '',
};

/** For people: by file; missing facts stand first, so that the errors end up on the screen right above the summary. */
export function formatStylish(problems: readonly Problem[], pages: number): string {
  const faults = problems.filter(({ severity }) => severity !== 'missing');
  const missing = problems.filter(({ severity }) => severity === 'missing');
  const blocks =
    missing.length > 0 ? ['Не хватает сведений', ...fileBlocks(missing, ({ message }) => message)] : [];
  if (missing.length > 0 && faults.length > 0) blocks.push('Ошибки');
  blocks.push(
    ...fileBlocks(
      faults,
      ({ severity, rule, message }) => `${severityNames[severity]}  ${message}  [${rule}]`,
    ),
  );
  return [...blocks, summary(problems, pages)].join('\n\n');
}

function fileBlocks(problems: readonly Problem[], say: (problem: Problem) => string): string[] {
  const width = Math.max(0, ...problems.map(({ line, column }) => `${line}:${column}`.length));
  return [...Map.groupBy(problems, ({ file }) => file)].map(([file, own]) =>
    [
      file,
      ...own.map((problem) => `  ${`${problem.line}:${problem.column}`.padEnd(width)}  ${say(problem)}`),
    ].join('\n'),
  );
}
