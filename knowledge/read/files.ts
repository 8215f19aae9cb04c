import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** All files of the content folder, relative, with `/`, in order; hidden ones are none of ours. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .toSorted();
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a text file as UTF-8 with `\n` line ends; undefined when it is in another encoding. Asking the file system by promises takes
 * thirty times as long for files as small as pages.
 */
export function readText(folder: string, file: string): string | undefined {
  const bytes = readFileSync(join(folder, file));
  try {
    return decoder.decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
