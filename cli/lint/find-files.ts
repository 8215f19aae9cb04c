import { glob, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

const kinds = '.mdx, .md, .txt, .docx';
const readable = /\.(mdx?|txt|docx)$/i;

/** More than any text that people write by hand; a longer one would take minutes. */
const maxBytes = 20 * 1024 * 1024;

/** The files behind the paths: a folder gives every .mdx, .md, .txt and .docx in it, a pattern all that fit. */
export async function findFiles(paths: readonly string[], from: string): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => filesAt(resolve(from, path), path, from)));
  return [...new Set(found.flat())].toSorted();
}

/** Word keeps a file of its own beside a document that is open. */
const exclude = ['**/node_modules/**', '**/~$*'];

async function filesAt(path: string, given: string, from: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return filesIn(path, given);
  if (found) return [checked(path, given, found.size)];
  if (/[*?[{]/.test(given)) return filesLike(given, from);
  throw new UsageError(`Файла или папки «${given}» нет. Проверьте путь.`);
}

function checked(path: string, given: string, size: number): string {
  if (!readable.test(path)) throw new UsageError(`Файл «${given}» прочитать нельзя. Бывают: ${kinds}.`);
  if (size > maxBytes)
    throw new UsageError(`Файл «${given}» больше 20 мегабайт. Разбейте его на части и проверьте их.`);
  return path;
}

async function filesIn(folder: string, given: string): Promise<string[]> {
  const inside = await listed('**/*', folder);
  if (inside.length === 0)
    throw new UsageError(`В папке «${given}» нечего проверять: нет файлов ${kinds}. Проверьте путь.`);
  return Promise.all(inside.map(async (path) => checked(path, path, (await stat(path)).size)));
}

async function filesLike(pattern: string, from: string): Promise<string[]> {
  const inside = await listed(pattern, from);
  if (inside.length === 0)
    throw new UsageError(`Образцу «${pattern}» не подходит ни один файл ${kinds}. Проверьте образец.`);
  return Promise.all(inside.map(async (path) => checked(path, path, (await stat(path)).size)));
}

async function listed(pattern: string, cwd: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(pattern, { cwd, exclude, withFileTypes: true }))
    if (entry.isFile() && readable.test(entry.name)) files.push(join(entry.parentPath, entry.name));
  return files;
}
