import type { z } from 'zod';
import { type DataFile, readDataFile } from './data-file.ts';
import { readText } from './files.ts';
import { placedWhenAsked, readYaml } from './yaml-source.ts';

interface QuickPage {
  readonly id: string;
  readonly digest: string;
  readonly text?: string;
  readonly result: string;
}

/** The pages of a record as the program writes them; everything else takes the long way. */
const entry =
  / {2}- id: (?!(?:true|false|null)$)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\n {4}digest: ((?=[0-9e]*[abcdf])[0-9a-f]{64}|"[0-9a-f]{64}")\n(?: {4}text: ((?=[0-9e]*[abcdf])[0-9a-f]{32}|"[0-9a-f]{32}")\n)? {4}result: ([a-z-]+)\n/my;

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
    const { success, data: value } = schema.safeParse({ ...data, pages: oneOfEachKind(data.pages) });
    if (success) {
      const whole = { ...(value as object), pages: data.pages } as z.infer<Schema>;
      return { value: whole, source: placedWhenAsked(data, text, file, 1), problems: [] };
    }
  }
  return readDataFile(folder, file, schema);
}

/** The same as YAML would give; undefined when the list of pages is written in another way. */
export function quickly(text: string): { readonly pages: readonly QuickPage[] } | undefined {
  const start = text.search(/^pages:\n(?= {2}- )/m);
  if (start < 0) return undefined;
  const pages: QuickPage[] = [];
  let end = start + 'pages:\n'.length;
  for (entry.lastIndex = end; ; end = entry.lastIndex) {
    const match = entry.exec(text);
    if (!match) break;
    const [, id = '', digest = '', file, result = ''] = match;
    const texts = file === undefined ? {} : { text: unquoted(file) };
    pages.push({ id, digest: unquoted(digest), ...texts, result });
  }
  // What is left of the list, if anything, stands below a list that has ended already: an error of YAML.
  const rest = readYaml(`${text.slice(0, start)}pages: []\n${text.slice(end)}`, '', 1);
  if (rest.problems.length > 0 || typeof rest.data !== 'object' || rest.data === null) return undefined;
  return { ...rest.data, pages };
}

/**
 * For the schema: what the pattern lets through of ids and digests is what the schema does, so pages differ to it by their result and
 * by whether they have a `text`. Asking it for each of 300 000 takes a second.
 */
function oneOfEachKind(pages: readonly QuickPage[]): QuickPage[] {
  const kinds = new Map<string, QuickPage>();
  for (const page of pages) kinds.set(`${page.result} ${page.text === undefined}`, page);
  return [...kinds.values()];
}

function unquoted(hex: string): string {
  return hex.startsWith('"') ? hex.slice(1, -1) : hex;
}
