import { glob, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { readDocx } from './docx.ts';
import { replaceFile } from './replace-file.ts';

/** A file to lint. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the report shows it: from the folder the person stands in, with `/`. */
  readonly name: string;
  /** A byte order mark is a space here, so that offsets hold. */
  readonly source: string;
  readonly hasByteOrderMark: boolean;
  readonly format: Format;
}

/** What a file is. Of a Word document `source` is its text, and it cannot be written back. */
export type Format = 'mdx' | 'md' | 'txt' | 'docx';

/** Whether a file has front matter and markup. */
export function isMarkdown({ format }: Pick<SourceFile, 'format'>): boolean {
  return format === 'mdx' || format === 'md';
}

const readable = /\.(mdx?|txt|docx)$/i;

/** The files behind the paths: a folder gives every .mdx, .md, .txt and .docx in it. */
export async function readSources(paths: readonly string[], from: string): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map((path) => filesAt(resolve(from, path), path)));
  const files = [...new Set(found.flat())].toSorted();
  return Promise.all(files.map((path) => readSource(path, relative(from, path).split(sep).join('/'))));
}

async function readSource(path: string, name: string): Promise<SourceFile> {
  const format = formatOf(path);
  const bytes = await readFile(path);
  if (format === 'docx')
    return { path, name, format, source: await readDocx(bytes, name), hasByteOrderMark: false };
  const text = decode(bytes, name);
  const hasByteOrderMark = text.startsWith(byteOrderMark);
  return { path, name, format, source: hasByteOrderMark ? ` ${text.slice(1)}` : text, hasByteOrderMark };
}

function formatOf(path: string): Format {
  const ending = readable.exec(path)?.[1]?.toLowerCase();
  return ending === 'mdx' || ending === 'md' || ending === 'docx' ? ending : 'txt';
}

const byteOrderMark = '\uFEFF';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Letters of another encoding would be linted as garbage, and written back as garbage by `--fix`. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UsageError(`Файл «${name}» не в кодировке UTF-8. Сохраните его в UTF-8 и повторите.`);
  }
}

/** Writes a text back where it came from: either all of it or nothing, the rights of the file kept. */
export async function writeSource({ path, hasByteOrderMark }: SourceFile, text: string): Promise<void> {
  await replaceFile(path, hasByteOrderMark ? byteOrderMark + text.slice(1) : text);
}

/** Word keeps a file of its own beside a document that is open. */
const exclude = ['**/node_modules/**', '**/~$*'];

async function filesAt(path: string, given: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`Файла или папки «${given}» нет. Проверьте путь.`);
  if (found.isDirectory()) {
    const inside: string[] = [];
    for await (const file of glob('**/*.{mdx,md,txt,docx}', { cwd: path, exclude }))
      inside.push(join(path, file));
    return inside;
  }
  if (!readable.test(path))
    throw new UsageError(`Файл «${given}» прочитать нельзя. Бывают: .mdx, .md, .txt, .docx.`);
  return [path];
}
