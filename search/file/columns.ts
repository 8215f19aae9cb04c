/** What a column of the index can be: numbers in a typed array, or strings. */
export type Column = Uint8Array | Uint16Array | Uint32Array | readonly string[];

/** Numbers of one width; which width does not matter to the reader. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

const makers = {
  u8: (bytes: ArrayBuffer) => new Uint8Array(bytes),
  u16: (bytes: ArrayBuffer) => new Uint16Array(bytes),
  u32: (bytes: ArrayBuffer) => new Uint32Array(bytes),
};

/** How a column is written down. */
export type ColumnType = keyof typeof makers | 'strings';

/** Strings are written one after another, each closed by U+0000. */
const separator = '\0';

/** How the header of the file names what a column holds. */
export function typeOf(column: Column): ColumnType {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'strings';
}

/** A column as the file holds it: numbers as they lie in memory, strings closed by the separator. */
export function columnBytes(column: Column): Uint8Array {
  if (column instanceof Uint8Array || column instanceof Uint16Array || column instanceof Uint32Array) {
    return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  }
  return new TextEncoder().encode(column.map((text) => text.replaceAll(separator, ' ') + separator).join(''));
}

/** Reads a column back. The bytes are copied: they need not be aligned, and `slice` of a Buffer would be no copy. */
export function readColumn(type: ColumnType, bytes: Uint8Array): Column {
  if (type !== 'strings') return makers[type](new Uint8Array(bytes).buffer);
  const texts = new TextDecoder().decode(bytes).split(separator);
  texts.pop();
  return texts;
}

/** The narrowest array that holds the numbers. */
export function narrow(numbers: ArrayLike<number>): Numbers {
  let largest = 0;
  for (let place = 0; place < numbers.length; place++) largest = Math.max(largest, numbers[place] ?? 0);
  if (largest < 256) return Uint8Array.from(numbers);
  return largest < 65_536 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}
