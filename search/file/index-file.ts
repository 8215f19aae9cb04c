import type { IndexData, IndexHeader } from '../engine/model.ts';
import { crc32 } from './checksum.ts';
import { type Column, type ColumnType, columnBytes, readColumn, typeOf } from './columns.ts';

/** Raised with every change of what a text or a query is taken apart into: an index of another version is not read. */
export const analysisVersion = 3;

const magic = new TextEncoder().encode('PONYATNO');
const formatVersion = 1;
/** Magic, format, checksum, length of the file, length of the header. */
const preamble = 24;
const checkedFrom = 16;
const alignment = 8;

interface StoredHeader extends IndexHeader {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly length: number }[];
}

/** The file is not an index, is damaged, or belongs to another version. The message says what to do. */
export class IndexFileError extends Error {
  override name = 'IndexFileError';
}

/** The index as one file: header, then the columns one after another, under one checksum. */
export function encodeColumns(data: IndexData, header: IndexHeader): Uint8Array {
  const columns = (Object.entries(data) as [string, Column][]).map(([name, column]) => ({
    name,
    type: typeOf(column),
    bytes: columnBytes(column),
  }));
  const stored: StoredHeader = {
    analysis: header.analysis,
    audience: header.audience,
    columns: columns.map(({ name, type, bytes }) => ({ name, type, length: bytes.length })),
  };
  const head = new TextEncoder().encode(JSON.stringify(stored));
  const total = columns.reduce(
    (sum, { bytes }) => sum + padded(bytes.length),
    padded(preamble + head.length),
  );
  const file = new Uint8Array(total);
  file.set(magic);
  file.set(head, preamble);
  let place = padded(preamble + head.length);
  for (const { bytes } of columns) {
    file.set(bytes, place);
    place += padded(bytes.length);
  }
  const view = new DataView(file.buffer);
  view.setUint32(8, formatVersion, true);
  view.setUint32(16, total, true);
  view.setUint32(20, head.length, true);
  view.setUint32(12, crc32(file.subarray(checkedFrom)), true);
  return file;
}

/** Throws `IndexFileError` unless the file is a whole index of this format. */
export function checkIndexFile(file: Uint8Array): void {
  if (file.length < preamble || magic.some((byte, place) => file[place] !== byte)) {
    throw new IndexFileError('Это не файл поискового индекса. Соберите индекс командой «ponyatno index».');
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(8, true) !== formatVersion) throw otherVersion();
  if (
    view.getUint32(16, true) !== file.length ||
    view.getUint32(12, true) !== crc32(file.subarray(checkedFrom))
  ) {
    throw new IndexFileError(
      'Файл поискового индекса повреждён или обрезан. Соберите индекс заново командой «ponyatno index».',
    );
  }
}

/** Reads the file back; throws `IndexFileError` unless it is whole and of this version. */
export function decodeColumns(file: Uint8Array): { data: IndexData; header: IndexHeader } {
  checkIndexFile(file);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headEnd = preamble + view.getUint32(20, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(preamble, headEnd))) as StoredHeader;
  if (header.analysis !== analysisVersion) throw otherVersion();
  const data: Record<string, Column> = {};
  let place = padded(headEnd);
  for (const { name, type, length } of header.columns) {
    data[name] = readColumn(type, file.subarray(place, place + length));
    place += padded(length);
  }
  // The checksum vouches for the writer, and the versions for the shape.
  return { data: data as unknown as IndexData, header };
}

function otherVersion(): IndexFileError {
  return new IndexFileError(
    'Поисковый индекс собран другой версией программы. Соберите его заново командой «ponyatno index».',
  );
}

function padded(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
