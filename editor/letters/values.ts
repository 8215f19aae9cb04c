// Values of variables as they stand in a letter. Imported by server and browser: types only from #knowledge.
import type { Variable } from '#knowledge';
import type { VariableValue } from '../storage/record.ts';

/** A value that the profile gives: known, or missing with the reason. */
export type ProfileValue =
  | { readonly value: string }
  | { readonly missing: string; readonly clause?: string | undefined };

/** Everything that is known about the variables of one letter. */
export interface VariableSet {
  readonly variables: readonly Variable[];
  /** By name: what the profile gives; never typed by hand. */
  readonly profile: Readonly<Record<string, ProfileValue>>;
  /** By name, for a variable that stands only in text under flags: these flags. It is needed while one of them is on. */
  readonly under: Readonly<Record<string, readonly string[]>>;
}

const date = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const number = new Intl.NumberFormat('ru-RU');

/** How a value stands in the letter: «2026-11-20» is «20 ноября 2026 года», «12000» is «12 000», a telephone number is one piece. */
export function displayValue(type: Variable['type'], value: string): string {
  const trimmed = value.trim();
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    const day = date.format(new Date(`${trimmed}T00:00:00Z`)).replace(' ', '\u00a0');
    return `${day} ${trimmed.slice(0, 4)}\u00a0года`;
  }
  if (type === 'number' && /^-?\d+(?:[.,]\d+)?$/.test(trimmed))
    return number.format(Number(trimmed.replace(',', '.')));
  // A telephone number is not broken at the end of a line.
  return /^\+?[\d(][\d ()-]{5,}$/.test(trimmed) ? trimmed.replaceAll(' ', '\u00a0') : trimmed;
}

/** The text a variable stands for in the letter; undefined while nobody has filled it in. */
export function textOfVariable(
  name: string,
  set: VariableSet,
  values: (name: string) => VariableValue | undefined,
): string | undefined {
  const fromProfile = set.profile[name];
  if (fromProfile !== undefined)
    return 'value' in fromProfile ? displayValue('text', fromProfile.value) : undefined;
  const value = values(name);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return displayValue(set.variables.find((variable) => variable.name === name)?.type ?? 'text', value);
}

/** A variable that stands only in text under flags: what they are called, and whether one of them is on. */
export function conditionOf(
  { variables, under }: Pick<VariableSet, 'variables' | 'under'>,
  name: string,
  isOn: (flag: string) => boolean,
): { readonly labels: readonly string[]; readonly on: boolean } | undefined {
  const flags = under[name];
  if (flags === undefined) return undefined;
  const labels = flags.map((flag) => variables.find((variable) => variable.name === flag)?.label ?? flag);
  return { labels, on: flags.some(isOn) };
}
