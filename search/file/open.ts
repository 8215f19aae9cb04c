import type { Dictionary } from '@ponyatno/russian';
import { SearchIndex } from '../engine/search-index.ts';
import { decodeColumns, encodeColumns } from './index-file.ts';

/** The index as bytes to keep or to send. */
export function encodeIndex(index: SearchIndex): Uint8Array {
  return encodeColumns(index.data, index.header);
}

/** Reads an index; throws `IndexFileError` when the file is damaged, cut off or of another version. */
export function openIndex(file: Uint8Array, dictionary: Dictionary): SearchIndex {
  const { data, header } = decodeColumns(file);
  return new SearchIndex(data, header, dictionary);
}
