import type { Variable } from '#knowledge';
import type { VariableValue, VariableValues } from '../storage/record.ts';

const key = 'ponyatno.executor';

/** Whether a variable says who prepares the letter: the same in every letter of one writer. */
export function isOfExecutor({ type, requisite, label, from }: Variable): boolean {
  if (from !== undefined || (type !== 'text' && type !== 'person')) return false;
  return requisite === 'executor' || requisite === 'executor-phone' || /исполнител/i.test(label);
}

/** What the writer said of himself or herself in the last letter, by name of the variable; kept in this browser. */
export function lastExecutor(variables: readonly Variable[]): VariableValues {
  const kept = read();
  return Object.fromEntries(
    variables.filter(isOfExecutor).flatMap(({ name }) => {
      const value = kept[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** Keeps what was said for the next letter. */
export function keepExecutor(
  variables: readonly Variable[],
  values: Readonly<Record<string, VariableValue | undefined>>,
): void {
  const said = variables.filter(isOfExecutor).flatMap(({ name }) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
  });
  try {
    localStorage.setItem(key, JSON.stringify({ ...read(), ...Object.fromEntries(said) }));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
