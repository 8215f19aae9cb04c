import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { byteOrderMark, formatOf, type SourceFile, sourceOfText } from '#linting';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { replaceFile } from './replace-file.ts';

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
