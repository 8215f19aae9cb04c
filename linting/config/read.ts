import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type OwnPhrase, ownPhraseFault } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { z } from 'zod';
import { encodingMessage, type Problem, readYaml, validate, type YamlSource } from '#knowledge';
import { nearest, unknownRules } from './names.ts';
import type { FaultyFile } from './problems.ts';
import { type ConfigData, configSchema, phraseSchema } from './schema.ts';

/** Settings that hold for the files in a folder and below it. */
export interface Config extends Omit<ConfigData, 'phrases'> {
  /** The folder that patterns of paths start from. */
  readonly folder: string;
  readonly phrases: readonly OwnPhrase[];
}

/** Settings as they were read, or everything that is wrong with them. */
export type ReadConfig = { readonly config: Config } | { readonly faulty: readonly FaultyFile[] };

/** Reads a file of settings with the phrases it names. */
export async function readConfig(path: string): Promise<ReadConfig> {
  const file = await readData(path, configSchema, unknownRules, {});
  if (file.value === undefined) return { faulty: [file] };
  const { phrases: named = [], ...rest } = file.value;
  const folder = dirname(path);
  if (typeof named !== 'string') {
    const problems = faultyPhrases(named, file.yaml, path, ['phrases']);
    return problems.length > 0
      ? { faulty: [{ ...file, problems }] }
      : { config: { ...rest, folder, phrases: named } };
  }
  const listed = await readData(resolve(folder, named), z.array(phraseSchema), () => [], []);
  if (listed.missing) {
    const message = `Файла «${named}» с оборотами нет. Проверьте имя: оно считается от папки настроек.`;
    const problem = fault(path, message, file.yaml.locate(['phrases']));
    return { faulty: [{ ...file, problems: [problem] }] };
  }
  if (listed.value === undefined) return { faulty: [listed] };
  const problems = faultyPhrases(listed.value, listed.yaml, listed.path, []);
  return problems.length > 0
    ? { faulty: [{ ...listed, problems }] }
    : { config: { ...rest, folder, phrases: listed.value } };
}

interface DataFile<Value> extends FaultyFile {
  readonly value: Value | undefined;
  readonly yaml: YamlSource;
  readonly missing: boolean;
}

async function readData<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  check: (yaml: YamlSource, path: string) => Problem[],
  nothing: unknown,
): Promise<DataFile<z.infer<Schema>>> {
  const bytes = await readFile(path).catch(() => undefined);
  const source = decode(bytes);
  const yaml = readYaml(source ?? '', path, 1);
  const base = { path, source: source ?? '', yaml, missing: bytes === undefined };
  if (source === undefined) return { ...base, value: undefined, problems: [fault(path, encodingMessage)] };
  if (yaml.problems.length > 0) return { ...base, value: undefined, problems: yaml.problems };
  // An empty file, or one of nothing but comments, sets nothing.
  const filled = yaml.data === null ? { ...yaml, data: nothing } : yaml;
  const { value, problems } = validate(schema, filled, path);
  const all = [...problems.map(withNearest), ...check(filled, path)];
  return { ...base, value: all.length > 0 ? undefined : value, problems: all };
}

/** Phrases that cannot be looked for, or are not found in their own example. */
function faultyPhrases(
  phrases: readonly OwnPhrase[],
  yaml: YamlSource,
  path: string,
  base: readonly PropertyKey[],
): Problem[] {
  return phrases.flatMap((phrase, index) => {
    const wrong = ownPhraseFault(phrase, openDictionary());
    if (wrong === undefined) return [];
    return [fault(path, phraseMessages[wrong](phrase), yaml.locate([...base, index, wrong]))];
  });
}

const phraseMessages = {
  pattern: ({ pattern }: OwnPhrase) =>
    `Образец «${pattern}» не читается. Пишется так: «слово» в любой форме, «=точно», «а|б», «?необязательно», «~2», «а & б», «<NOUN:gent>».`,
  example: ({ pattern, example }: OwnPhrase) =>
    `Образец «${pattern}» ничего не находит в своём примере «${example}». Исправьте образец или пример.`,
};

const fields = Object.keys(configSchema.shape);
const innerFields = [
  ...Object.keys(phraseSchema.shape),
  ...['path', 'profile', 'rules', 'moderate', 'allowed', 'perParagraph', 'perThousandWords', 'least'],
];

/** A field that there is none of is told with the nearest right one. */
function withNearest(problem: Problem): Problem {
  const [, where, field] = /^(.*?)поля «(.+?)» здесь не бывает/.exec(problem.message) ?? [];
  if (field === undefined) return problem;
  return {
    ...problem,
    message: `Поля «${field}» здесь не бывает.${nearest(field, where === '' ? fields : innerFields)}`,
  };
}

function fault(file: string, message: string, place = { line: 1, column: 1 }): Problem {
  return { severity: 'error', rule: 'config-invalid', file, ...place, message };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? '' : utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
