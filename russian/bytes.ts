/** Reads the columns of a compiled file one after the other. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#position++];
    if (value === undefined)
      throw new RangeError('The file ends too early: it is damaged or not fully loaded.');
    return value;
  }

  /** An unsigned number, seven bits a byte, lowest first. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  /** A number with a sign, as zigzag. */
  signed(): number {
    const value = this.number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A column: its length, then its bytes. */
  column(): Uint8Array {
    const length = this.number();
    const start = this.#position;
    this.#position += length;
    if (this.#position > this.#bytes.length)
      throw new RangeError('The file ends too early: it is damaged or not fully loaded.');
    return this.#bytes.subarray(start, this.#position);
  }

  /** A column to be read item by item. */
  columnReader(): ByteReader {
    return new ByteReader(this.column());
  }

  /** A column of UTF-8 text. */
  text(): string {
    return new TextDecoder().decode(this.column());
  }
}
