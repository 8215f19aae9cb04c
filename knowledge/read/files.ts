import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** All files of the content folder, relative, with `/`, in order; hidden ones are none of ours. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  // Asked for each folder once: in a large base `relative` for each file takes as long as finding them.
  const inside = new Map<string, string>();
  const place = (parent: string) => {
    const known = inside.get(parent) ?? relative(folder, parent).split(sep).join('/');
    inside.set(parent, known);
    return known;
  };
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [place(parentPath), name].filter((part) => part !== '').join('/'))
    .filter((file) => !/(?:^|\/)\./.test(file))
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
    const text = decoder.decode(bytes);
    return bytes.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  } catch {
    return undefined;
  }
}
