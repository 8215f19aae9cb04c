import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Dictionary } from '@ponyatno/russian';
import type { SearchIndex } from '../engine/search-index.ts';
import { checkIndexFile, IndexFileError } from './index-file.ts';
import { encodeIndex, openIndex } from './open.ts';

/** Where the index before the present one is kept, for going back to it. */
export function previousIndexFile(file: string): string {
  return `${file}.previous`;
}

/**
 * Writes the index so that a reader sees either the old file or the new one, whole: a failure half-way (a full disk, a kill) leaves
 * the old one. The old one is kept beside it, unless it is damaged: then the one before it stays.
 *
 * @returns the size of the file in bytes
 */
export function writeIndexFile(file: string, index: SearchIndex): number {
  return writeIndexBytes(file, encodeIndex(index));
}

/** As `writeIndexFile`, with an index that is already encoded. */
export function writeIndexBytes(file: string, bytes: Uint8Array): number {
  const fresh = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeWhole(fresh, bytes);
    if (existsSync(file) && isWhole(file)) replaceByLink(previousIndexFile(file), file);
    renameSync(fresh, file);
    syncFolder(dirname(file));
  } finally {
    rmSync(fresh, { force: true });
  }
  return bytes.length;
}

/** Opens an index that was written; throws `IndexFileError` when it is damaged. */
export function readIndexFile(file: string, dictionary: Dictionary): SearchIndex {
  return openIndex(readFileSync(file), dictionary);
}

/** An index that was opened, and what was wrong with the files that come before it. */
export interface Opened {
  readonly index: SearchIndex | undefined;
  readonly bytes: Uint8Array | undefined;
  /** In Russian, for the log. */
  readonly troubles: readonly string[];
}

/** Opens the newest index that is whole: the present one, else the one before it. */
export function openNewest(file: string, dictionary: Dictionary): Opened {
  const troubles: string[] = [];
  for (const each of [file, previousIndexFile(file)]) {
    if (!existsSync(each)) continue;
    try {
      const bytes = readFileSync(each);
      const index = openIndex(bytes, dictionary);
      if (each !== file) troubles.push(`Поиск работает по предыдущему индексу: ${each}.`);
      return { index, bytes, troubles };
    } catch (error) {
      troubles.push(`${each}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { index: undefined, bytes: undefined, troubles };
}

/**
 * Goes back to the index before the present one. The present one becomes the previous, so that a second step leads forward again.
 *
 * @throws IndexFileError when there is no previous index or it is damaged; the present one stays
 */
export function rollBackIndexFile(file: string, dictionary: Dictionary): SearchIndex {
  const previous = previousIndexFile(file);
  if (!existsSync(previous))
    throw new IndexFileError(
      'Предыдущего индекса нет: возвращаться не к чему. Соберите индекс командой «ponyatno index».',
    );
  const index = readIndexFile(previous, dictionary);
  const aside = `${file}.${process.pid}.tmp`;
  try {
    rmSync(aside, { force: true });
    if (existsSync(file)) linkSync(file, aside);
    renameSync(previous, file);
    if (existsSync(aside)) renameSync(aside, previous);
    syncFolder(dirname(file));
  } finally {
    rmSync(aside, { force: true });
  }
  return index;
}

function isWhole(file: string): boolean {
  try {
    checkIndexFile(readFileSync(file));
    return true;
  } catch {
    return false;
  }
}

// A link beside, then a rename over: at no moment is there no previous index.
function replaceByLink(name: string, target: string): void {
  const link = `${name}.${process.pid}.tmp`;
  rmSync(link, { force: true });
  linkSync(target, link);
  renameSync(link, name);
}

function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  try {
    for (let place = 0; place < bytes.length; ) place += writeSync(handle, bytes, place);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// The new name itself must survive a power cut.
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
