/** Writes what `ByteReader` reads. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): this {
    if (!Number.isInteger(value) || value < 0 || value > 255) throw new RangeError(`${value} is no byte.`);
    this.#bytes.push(value);
    return this;
  }

  /** An unsigned number, seven bits a byte, lowest first. */
  number(value: number): this {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    return this.byte(rest);
  }

  /** A number with a sign, as zigzag. */
  signed(value: number): this {
    return this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A column: its length, then its bytes. */
  column(content: ByteWriter | Uint8Array): this {
    const bytes = content instanceof ByteWriter ? content.finish() : content;
    this.number(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  text(text: string): this {
    return this.column(new TextEncoder().encode(text));
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
