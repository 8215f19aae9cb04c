import type { Dictionary } from '@ponyatno/russian';
import { SearchIndex } from '../engine/search-index.ts';
import { decodeColumns, encodeColumns } from './index-file.ts';

/** The index as bytes to keep or to send. */
export function encodeIndex({ segments, header }: SearchIndex): Uint8Array {
  const [segment, ...others] = segments;
  if (segment === undefined || others.length > 0)
    throw new Error('Only an index built in one piece is written: build it anew from its pages');
  return encodeColumns(segment.data, header);
}

/** Reads an index; throws `IndexFileError` when the file is damaged, cut off or of another version. */
export function openIndex(file: Uint8Array, dictionary: Dictionary): SearchIndex {
  const { data, header } = decodeColumns(file);
  return SearchIndex.of(data, header, dictionary);
}
