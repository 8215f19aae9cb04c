import type { z } from 'zod';
import { type DataFile, readDataFile } from './data-file.ts';
import { readText } from './files.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** The pages of a record as the program writes them; everything else takes the long way. */
const entry =
  / {2}- id: (?!(?:true|false|null)$)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\n {4}digest: ((?=[0-9e]*[abcdf])[0-9a-f]{64}|"[0-9a-f]{64}")\n {4}result: ([a-z-]+)\n/my;

/**
 * Reads a record of the ledger. A base of 10 000 pages has 30 000 lines of them each month, and YAML with the place of every value
 * takes a second a month for it, so the list of pages is read line by line. Where it was not written by the program, or
 * anything is wrong, the record is read like every other file.
 */
export function readRecordFile<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): DataFile<z.infer<Schema>> {
  const text = readText(folder, file);
  const data = text === undefined ? undefined : quickly(text);
  if (text !== undefined && data !== undefined) {
    const { success, data: value } = schema.safeParse(data);
    if (success) return { value, source: placesOf(text, file, data), problems: [] };
  }
  return readDataFile(folder, file, schema);
}

/** The same as YAML would give; undefined when the list of pages is written in another way. */
export function quickly(text: string): object | undefined {
  const start = text.search(/^pages:\n(?= {2}- )/m);
  if (start < 0) return undefined;
  const pages: object[] = [];
  let end = start + 'pages:\n'.length;
  for (entry.lastIndex = end; ; end = entry.lastIndex) {
    const match = entry.exec(text);
    if (!match) break;
    const [, id, digest = '', result] = match;
    pages.push({ id, digest: digest.length > 64 ? digest.slice(1, -1) : digest, result });
  }
  // What is left of the list, if anything, stands below a list that has ended already: an error of YAML.
  const rest = readYaml(`${text.slice(0, start)}pages: []\n${text.slice(end)}`, '', 1);
  if (rest.problems.length > 0 || typeof rest.data !== 'object' || rest.data === null) return undefined;
  return { ...rest.data, pages };
}

/** Places are asked for when something is wrong, so the long way is gone only then. */
function placesOf(text: string, file: string, data: object): YamlSource {
  let source: YamlSource | undefined;
  const whole = () => {
    source ??= readYaml(text, file, 1);
    return source;
  };
  return {
    data,
    problems: [],
    locate: (path) => whole().locate(path),
    locateKey: (path, key) => whole().locateKey(path, key),
  };
}
