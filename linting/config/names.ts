import { ruleIds } from '@ponyatno/lint-rules';
import { type Problem, suggestion, type YamlSource } from '#knowledge';

const known: ReadonlySet<string> = new Set(ruleIds);

/** Names of rules that there are none of, wherever a configuration says how loud rules are. */
export function unknownRules(source: YamlSource, file: string): Problem[] {
  return rulesIn(source.data).flatMap(({ path, names }) =>
    names
      .filter((name) => !known.has(name))
      .map((name) => ({
        severity: 'error',
        rule: 'config-invalid',
        file,
        ...source.locateKey(path, name),
        message: `Такого правила нет: «${name}».${nearest(name, ruleIds)}`,
      })),
  );
}

/** « Есть «passive».»; the list of all where nothing is near. */
export function nearest(name: string, choices: readonly string[]): string {
  const [, found] = /«(.+?)»/.exec(suggestion(name, choices)) ?? [];
  return found === undefined ? ` Бывают: ${choices.join(', ')}.` : ` Есть «${found}».`;
}

interface RulesAt {
  readonly path: readonly PropertyKey[];
  readonly names: readonly string[];
}

function rulesIn(data: unknown): RulesAt[] {
  if (!isRecord(data)) return [];
  const { rules, profiles, files } = data;
  return [
    ...at(rules, ['rules']),
    ...entriesOf(profiles).flatMap(([key, value]) => inside(value, ['profiles', key])),
    ...(Array.isArray(files) ? files.flatMap((value, index) => inside(value, ['files', index])) : []),
  ];
}

function inside(value: unknown, path: readonly PropertyKey[]): RulesAt[] {
  return isRecord(value) ? at(value.rules, [...path, 'rules']) : [];
}

function at(value: unknown, path: readonly PropertyKey[]): RulesAt[] {
  return isRecord(value) ? [{ path, names: Object.keys(value) }] : [];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
