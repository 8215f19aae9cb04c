import { type CallValue, parseVariables, type Variable, variableUses } from '#knowledge';
import type { CallStep } from '../graph.ts';

/** Words as they are compared: lower case, no ё, plain spaces. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** The variables of the script that stand in the words of a step. */
export function saidVariables({ script, said }: CallStep): Variable[] {
  const used = new Set(variableUses(parseVariables(said).parts).map(({ name }) => name));
  return script.data.variables.filter(({ name }) => used.has(name));
}

/** Whether what is said holds a value that the call screen fills in: `((ведомство))` with `call: body`. */
export function saysCallValue(step: CallStep, value: CallValue): boolean {
  return saidVariables(step).some(({ call }) => call === value);
}

/** Whether what is said holds a value of the profile: `((адрес))` with `from: address`. */
export function saysProfileValue(step: CallStep, path: string): boolean {
  return saidVariables(step).some(({ from }) => from === path);
}
