import { fixText, keepsFacts, placer, sameMarkup } from '@ponyatno/lint-rules';
import type { Dictionary } from '@ponyatno/russian';
import { counted } from '#knowledge';
import { isMarkdown, type SourceFile, writeSource } from './files.ts';
import { frontMatterIntact } from './front-matter.ts';
import type { FileLinter } from './lint-file.ts';

/** A file after `--fix`. */
export interface FixedFile {
  readonly file: SourceFile;
  /** One line a change, as the report shows it. */
  readonly changes: readonly string[];
}

/** Applies the ready replacements of a file and writes it, if there was anything to replace. */
export async function fixFile(
  file: SourceFile,
  linter: FileLinter,
  dictionary: Dictionary,
): Promise<FixedFile> {
  if (file.format === 'docx') return { file, changes: [] };
  const { text, edits } = fixText(file.source, {
    find: (source) => linter.lint({ ...file, source }).messages,
    allows: ({ actual, replacement }) => keepsFacts(actual, replacement, dictionary),
    intact: (before, after) =>
      !isMarkdown(file) || (sameMarkup(before, after) && frontMatterIntact(before, after)),
  });
  if (text !== file.source) await writeSource(file, text);
  const changes = edits.map(({ before, start, actual, replacement, rule }) => {
    const { line, column } = placer(before)(start);
    return `  ${line}:${column}  «${oneLine(actual)}» → «${oneLine(replacement)}»  [${rule}]`;
  });
  return { file: { ...file, source: text }, changes };
}

const oneLine = (text: string) => text.replace(/\s*[\r\n]\s*/g, ' ');

/** What `--fix` has done, by file. */
export function formatFixed(files: readonly FixedFile[]): string {
  const documents = files.filter(({ file }) => file.format === 'docx').map(({ file }) => `«${file.name}»`);
  const left =
    documents.length === 0 ? [] : [`Документы Word исправляют в самом Word: ${documents.join(', ')}.`];
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
