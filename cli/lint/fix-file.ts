import { type Change, placer } from '@ponyatno/lint-rules';
import type { Dictionary } from '@ponyatno/russian';
import { counted } from '#knowledge';
import type { FileLinter, SourceFile } from '#linting';
import { writeSource } from './files.ts';
import { fixedText } from './fixed-text.ts';

/** What may be changed: `--fix` swaps words, `--fix-all` rewrites sentences as well. */
export const swaps: readonly Change[] = ['swap'];
export const swapsAndRewrites: readonly Change[] = ['swap', 'rewrite'];

/** A file after `--fix`. */
export interface FixedFile {
  readonly file: SourceFile;
  /** One line a change, as the report shows it. */
  readonly changes: readonly string[];
  /** How many places could be rewritten, and were not asked for. */
  readonly rewritable: number;
}

/** Applies the ready replacements of a file and writes it, if there was anything to replace. */
export async function fixFile(
  file: SourceFile,
  linter: FileLinter,
  dictionary: Dictionary,
  wanted: readonly Change[],
): Promise<FixedFile> {
  if (file.format === 'docx') return { file, changes: [], rewritable: 0 };
  const find = (source: string) => linter.lint({ ...file, source }).messages;
  const { text, edits } = fixedText(file, { find, dictionary, changes: wanted });
  if (text !== file.source) await writeSource(file, text);
  const changes = edits.map(({ before, start, actual, replacement, rule }) => {
    const { line, column } = placer(before)(start);
    return `  ${line}:${column}  «${oneLine(actual)}» → «${oneLine(replacement)}»  [${rule}]`;
  });
  const fixed = { ...file, source: text };
  const left = wanted.includes('rewrite') ? [] : linter.lint(fixed).messages;
  return { file: fixed, changes, rewritable: left.filter(({ fix }) => fix === 'rewrite').length };
}

const oneLine = (text: string) => text.replace(/\s*[\r\n]\s*/g, ' ');

/** What `--fix` has done, by file. */
export function formatFixed(files: readonly FixedFile[]): string {
  const documents = files.filter(({ file }) => file.format === 'docx').map(({ file }) => `«${file.name}»`);
  const left =
    documents.length === 0 ? [] : [`Документы Word исправляют в самом Word: ${documents.join(', ')}.`];
  const rewritable = files.reduce((sum, file) => sum + file.rewritable, 0);
  if (rewritable > 0) {
    const places = counted(rewritable, ['место', 'места', 'мест']);
    left.unshift(`Можно переписать ещё ${places}: прочтите замены ниже и\u00a0запустите с\u00a0--fix-all.`);
  }
  const changed = files.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return ['Готовых замен нет: файлы не изменены.', ...left].join('\n');
  const blocks = changed.map(({ file, changes }) => [file.name, ...changes].join('\n'));
  const places = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  const where = counted(changed.length, ['файле', 'файлах', 'файлах']);
  return [
    ...blocks,
    `Исправлено: ${counted(places, ['место', 'места', 'мест'])} в\u00a0${where}. Прочтите замены: смысл знает только автор.`,
    ...left,
  ].join('\n\n');
}
