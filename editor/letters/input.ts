import { z } from 'zod';
import type { Content, Page, Variable } from '#knowledge';
import type { VariableValue, VariableValues } from '../storage/record.ts';
import { isMoment } from './dates.ts';
import { wrongValue } from './wrong-value.ts';

/** What a person gives to start a draft. */
const inputSchema = z.strictObject({
  template: z.string().max(100),
  urgent: z.boolean(),
  /** By the clock of the agency. */
  received: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Укажите дату и время.'),
  values: z.record(z.string().max(100), z.union([z.string().max(4_000), z.boolean()])).default({}),
});

/** The input cannot become a draft; every sentence says why. */
export class DraftInputError extends Error {
  override name = 'DraftInputError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join(' '));
    this.problems = problems;
  }
}

/** A checked start of a draft. */
export interface DraftInput {
  readonly template: Page<'template'>;
  readonly urgent: boolean;
  readonly received: string;
  readonly values: VariableValues;
}

/**
 * Checks what came from the form. A value may stay empty: it is then loud in the letter. A flag that was not said is off.
 *
 * @throws DraftInputError
 */
export function readDraftInput(raw: unknown, content: Content): DraftInput {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) throw new DraftInputError([...new Set(parsed.error.issues.map(problemOf))]);
  const { template: id, urgent, received, values } = parsed.data;
  const template = content.page(id);
  if (template?.kind !== 'template') throw new DraftInputError(['Такого шаблона нет: выберите другой.']);
  const { variables } = template.data;
  const problems = [
    ...(isMoment(received) ? [] : ['Такой даты нет: проверьте, когда поступило письмо.']),
    ...Object.keys(values)
      .filter((name) => !variables.some((variable) => variable.name === name))
      .map((name) => `В шаблоне нет переменной «${name}».`),
    ...variables.flatMap((variable) => problemsOf(variable, values[variable.name])),
  ];
  if (problems.length > 0) throw new DraftInputError(problems);
  return { template, urgent, received, values: startingValues(variables, values) };
}

/** What the letter starts with: flags are on or off, blank answers are left out, the profile's values are not stored. */
function startingValues(variables: readonly Variable[], values: VariableValues): VariableValues {
  const entries = variables.flatMap(({ name, type, from }): [string, VariableValue][] => {
    if (from !== undefined) return [];
    const value = values[name];
    if (type === 'flag') return [[name, value === true]];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  return Object.fromEntries(entries);
}

function problemsOf(variable: Variable, value: VariableValue | undefined): string[] {
  const { name, label, from } = variable;
  if (from !== undefined && value !== undefined && value !== '')
    return [`«${label}» берётся из профиля ведомства: «${name}» не вписывают вручную.`];
  const wrong = wrongValue(variable, value);
  return wrong === undefined ? [] : [`«${label}»: ${wrong}.`];
}

function problemOf(issue: z.core.$ZodIssue): string {
  const [field] = issue.path;
  if (field === 'received') return 'Укажите, когда поступило письмо: дату и время.';
  if (field === 'urgent') return 'Ответьте, срочное ли письмо.';
  if (field === 'template') return 'Выберите шаблон.';
  return 'Форма заполнена не так, как её отдаёт страница: обновите страницу и заполните снова.';
}
