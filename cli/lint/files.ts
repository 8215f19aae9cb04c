import { glob, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';

/** A file to lint. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the report shows it: from the folder the person stands in, with `/`. */
  readonly name: string;
  readonly source: string;
}

const readable = /\.(?:mdx?|txt)$/i;

/** The files behind the paths: a folder gives every .mdx, .md and .txt in it. */
export async function readSources(paths: readonly string[], from: string): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map((path) => filesAt(resolve(from, path), path)));
  const files = [...new Set(found.flat())].toSorted();
  return Promise.all(
    files.map(async (path) => ({
      path,
      name: relative(from, path).split(sep).join('/'),
      source: (await readFile(path, 'utf8')).replace(/^\uFEFF/, ' '),
    })),
  );
}

async function filesAt(path: string, given: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`Файла или папки «${given}» нет. Проверьте путь.`);
  if (found.isDirectory()) {
    const inside: string[] = [];
    for await (const file of glob('**/*.{mdx,md,txt}', { cwd: path, exclude: ['**/node_modules/**'] }))
      inside.push(join(path, file));
    return inside;
  }
  if (!readable.test(path))
    throw new UsageError(`Файл «${given}» прочитать нельзя. Бывают: .mdx, .md, .txt.`);
  return [path];
}
