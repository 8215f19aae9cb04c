import type { Page } from '../content.ts';
import type { Position, Problem } from '../problem.ts';
import type { Variable } from '../schema/variable.ts';
import { parseVariables, type VariableUse, variableUses } from '../variables.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';
import { suggestion } from './suggest.ts';

/** Variables of letters and scripts: written right, declared, used, optional ones only under a flag. */
export const variables: Check = (reading) =>
  reading.content.pages.flatMap((page) => pageVariables(page, reading));

function pageVariables(page: Page, reading: CheckedReading): Problem[] {
  const { parts, errors } = parseVariables(page.body);
  const place = (offset: number) => positionIn(page, offset);
  const syntax = reporter('variable', reading);
  const problems = errors.map(({ start, message }) => syntax.on(page.file, place(start), message));
  // A name that is written wrong is declared under no name: one message about it is enough.
  const faulty = new Set(errors.map(({ start }) => start));
  const uses = variableUses(parts).filter(({ start }) => !faulty.has(start));
  if (!('variables' in page.data)) {
    const [first] = uses;
    if (!first) return problems;
    const message = 'Переменные бывают только в шаблонах и сценариях. Напишите здесь обычный текст.';
    return [...problems, syntax.on(page.file, place(first.start), message)];
  }
  const declared = new Map(page.data.variables.map((variable) => [variable.name, variable]));
  for (const use of uses) {
    const fault = useFault(use, declared);
    if (fault) problems.push(reporter(fault[0], reading).on(page.file, place(use.start), fault[1]));
  }
  // With broken brackets nobody can say what is used: the first fault would drag a dozen false ones behind it.
  if (errors.length === 0) problems.push(...unused(page, page.data.variables, uses, reading));
  return [...problems, ...doubles(page, page.data.variables, reading)];
}

function useFault(use: VariableUse, declared: ReadonlyMap<string, Variable>): [string, string] | undefined {
  const variable = declared.get(use.name);
  if (!variable)
    return [
      'undeclared-variable',
      `Переменная «${use.name}» не описана.${suggestion(use.name, declared.keys())} Опишите её в поле variables.`,
    ];
  if (use.type === 'flag' && variable.type !== 'flag')
    return [
      'variable',
      `«${use.name}» стоит как флаг с «??», а описана как ${variable.type}. Укажите type: flag или уберите «??».`,
    ];
  if (use.type === 'value' && variable.type === 'flag')
    return [
      'variable',
      `«${use.name}» описана как флаг: у неё нет своего текста. Напишите ((${use.name}??текст)).`,
    ];
  if (variable.optional && use.under === undefined)
    return [
      'optional-variable',
      `«${use.name}» может остаться пустой, поэтому стоит только под флагом: ((флаг??… ((${use.name})) …)). Поставьте под флаг или уберите optional.`,
    ];
  return undefined;
}

function unused(
  page: Page,
  declared: readonly Variable[],
  uses: readonly VariableUse[],
  reading: CheckedReading,
): Problem[] {
  const report = reporter('unused-variable', reading, 'warning');
  return declared.flatMap(({ name }, index) =>
    uses.some((use) => use.name === name)
      ? []
      : [
          report.at(
            page.file,
            ['variables', index, 'name'],
            `Переменная «${name}» описана, но в тексте её нет. Поставьте ((${name})) или уберите описание.`,
          ),
        ],
  );
}

function doubles(page: Page, declared: readonly Variable[], reading: CheckedReading): Problem[] {
  const report = reporter('variable', reading);
  return declared.flatMap(({ name }, index) =>
    declared.findIndex((other) => other.name === name) === index
      ? []
      : [
          report.at(
            page.file,
            ['variables', index, 'name'],
            `Переменная «${name}» описана дважды. Оставьте одно описание.`,
          ),
        ],
  );
}

function positionIn(page: Page, offset: number): Position {
  const before = page.body.slice(0, offset);
  const line = before.split('\n').length;
  return { line: line + page.bodyLine - 1, column: offset - before.lastIndexOf('\n') };
}
