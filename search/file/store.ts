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
import { encodeIndex, openIndex } from './open.ts';

/** Where the index before the present one is kept, for going back to it. */
export function previousIndexFile(file: string): string {
  return `${file}.previous`;
}

/**
 * Writes the index so that a reader sees either the old file or the new one, whole: a failure half-way (a full disk, a kill) leaves
 * the old one. The old one is kept beside it.
 *
 * @returns the size of the file in bytes
 */
export function writeIndexFile(file: string, index: SearchIndex): number {
  const bytes = encodeIndex(index);
  const fresh = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeWhole(fresh, bytes);
    if (existsSync(file)) {
      rmSync(previousIndexFile(file), { force: true });
      linkSync(file, previousIndexFile(file));
    }
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
  return bytes.length;
}

/** Opens an index that was written; throws `IndexFileError` when it is damaged. */
export function readIndexFile(file: string, dictionary: Dictionary): SearchIndex {
  return openIndex(readFileSync(file), dictionary);
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
