import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { readText } from './files.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A YAML file that was read: its value, when it holds to its schema, and what is wrong with it. */
export interface DataFile<Value> {
  readonly value: Value | undefined;
  readonly source: YamlSource | undefined;
  readonly problems: Problem[];
}

/** What is said about a file in another encoding. */
export const encodingMessage =
  'Файл сохранён не в кодировке UTF-8. Откройте его в редакторе и сохраните в UTF-8.';

/** Reads one YAML file of the content folder by its schema. */
export function readDataFile<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): DataFile<z.infer<Schema>> {
  const text = readText(folder, file);
  if (text === undefined) {
    const problem: Problem = {
      severity: 'error',
      rule: 'encoding',
      file,
      line: 1,
      column: 1,
      message: encodingMessage,
    };
    return { value: undefined, source: undefined, problems: [problem] };
  }
  const source = readYaml(text, file, 1);
  if (source.problems.length > 0) return { value: undefined, source, problems: source.problems };
  return { source, ...validate(schema, source, file) };
}
