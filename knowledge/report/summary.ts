import type { Problem } from '../problem.ts';
import { counted, listed } from '../russian.ts';

/** How many problems there are of each severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly missing: number;
  readonly files: number;
}

/** Counts problems by severity; `files` are those with errors or warnings. */
export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const of = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const failing = problems.filter(({ severity }) => severity !== 'missing');
  return {
    errors: of('error'),
    warnings: of('warning'),
    missing: of('missing'),
    files: new Set(failing.map(({ file }) => file)).size,
  };
}

/** The last line of a check: «2 ошибки и 1 предупреждение в 3 файлах. Не хватает 5 сведений.» */
export function summary(problems: readonly Problem[], pages: number): string {
  const { errors, warnings, missing, files } = countProblems(problems);
  const faults = [
    ...(errors > 0 ? [counted(errors, ['ошибка', 'ошибки', 'ошибок'])] : []),
    ...(warnings > 0 ? [counted(warnings, ['предупреждение', 'предупреждения', 'предупреждений'])] : []),
  ];
  const read = counted(pages, ['страница', 'страницы', 'страниц']);
  const first =
    faults.length > 0
      ? `${listed(faults)} в\u00a0${counted(files, ['файле', 'файлах', 'файлах'])}, всего прочитано: ${read}.`
      : `Ошибок нет, всего прочитано: ${read}.`;
  return missing > 0 ? `${first} ${lack(missing)}` : first;
}

function lack(missing: number): string {
  return `Не\u00a0хватает ${counted(missing, ['сведения', 'сведений', 'сведений'])}.`;
}
