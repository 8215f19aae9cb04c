import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { replaceFile } from './replace-file.ts';

/** A file to lint. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the report shows it: from the folder the person stands in, with `/`. */
  readonly name: string;
  /** Without the byte order mark: it is no part of the text, and front matter begins after it. */
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

/** The name of a file in a report: from the folder the person stands in, with `/`. */
export function nameFrom(from: string, path: string): string {
  return relative(from, path).split(sep).join('/');
}

/** Reads a file; `from` is the folder the person stands in. */
export async function readSource(path: string, from: string): Promise<SourceFile> {
  return sourceOf(await readFile(path), path, nameFrom(from, path));
}

/** A file whose bytes are at hand. */
export async function sourceOf(bytes: Buffer, path: string, name: string): Promise<SourceFile> {
  const format = formatOf(path);
  if (format === 'docx')
    return { path, name, format, source: await readDocx(bytes, name), hasByteOrderMark: false };
  return sourceOfText(decodeText(bytes, name), path, name);
}

/** A file whose text is at hand. */
export function sourceOfText(text: string, path: string, name: string): SourceFile {
  const format = formatOf(path);
  const hasByteOrderMark = text.startsWith(byteOrderMark);
  return { path, name, format, source: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark };
}

/** Text from standard input, under the name the person gives it. */
export async function readStandardInput(given: string | undefined, from: string): Promise<SourceFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const name = given ?? 'stdin.txt';
  return sourceOf(Buffer.concat(chunks), resolve(from, name), name);
}

/** Writes a text back where it came from: either all of it or nothing, the rights of the file kept. */
export async function writeSource({ path, hasByteOrderMark }: SourceFile, text: string): Promise<void> {
  await replaceFile(path, hasByteOrderMark ? byteOrderMark + text : text);
}

const byteOrderMark = '\uFEFF';

function formatOf(path: string): Format {
  const [, ending = ''] = /\.(mdx?|docx)$/i.exec(path) ?? [];
  const format = ending.toLowerCase();
  return format === 'mdx' || format === 'md' || format === 'docx' ? format : 'txt';
}
