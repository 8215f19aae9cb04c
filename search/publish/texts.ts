import type { Analyser } from '../analysis/analyser.ts';
import type { IndexData } from '../engine/model.ts';
import { narrow } from '../file/columns.ts';

const longestSpan = 255;

/** Collects texts with their tokens while an index is built. Forms are numbered as they come and sorted at the end. */
export class TextCollector {
  readonly #analyser: Analyser;
  readonly #formIds = new Map<string, number>([['', 0]]);
  readonly #bytes: Uint8Array[] = [];
  readonly #byteStart: number[] = [0];
  readonly #tokenStart: number[] = [0];
  readonly #tokenForm: number[] = [];
  readonly #tokenGap: number[] = [];
  readonly #tokenLength: number[] = [];
  readonly #encoder = new TextEncoder();

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
    this.add('');
  }

  /** Adds a text and gives its number; nothing is text 0. */
  add(text: string): number {
    const id = this.#byteStart.length - 1;
    if (text === '' && id > 0) return 0;
    const bytes = this.#encoder.encode(text);
    this.#bytes.push(bytes);
    this.#byteStart.push((this.#byteStart.at(-1) ?? 0) + bytes.length);
    let place = 0;
    for (const { start, end, form } of this.#analyser.tokens(text)) {
      let gap = start - place;
      for (; gap > longestSpan; gap -= longestSpan) this.#push(0, 0, longestSpan);
      this.#push(this.#idOf(form), gap, Math.min(longestSpan, end - start));
      place = start + Math.min(longestSpan, end - start);
    }
    this.#tokenStart.push(this.#tokenForm.length);
    return id;
  }

  /** The forms of a text, by their numbers. */
  formsOf(text: number): readonly number[] {
    return this.#tokenForm.slice(this.#tokenStart[text], this.#tokenStart[text + 1]);
  }

  /** The forms by their numbers. */
  forms(): string[] {
    return [...this.#formIds.keys()];
  }

  /** The columns, with the forms renumbered: `order[old] = new`. */
  columns(
    order: ArrayLike<number>,
  ): Pick<IndexData, 'textStart' | 'textBytes' | 'tokenStart' | 'tokenForm' | 'tokenGap' | 'tokenLength'> {
    const textBytes = new Uint8Array(this.#byteStart.at(-1) ?? 0);
    for (const [id, bytes] of this.#bytes.entries()) textBytes.set(bytes, this.#byteStart[id] ?? 0);
    return {
      textStart: narrow(this.#byteStart),
      textBytes,
      tokenStart: narrow(this.#tokenStart),
      tokenForm: narrow(this.#tokenForm.map((form) => order[form] ?? 0)),
      tokenGap: Uint8Array.from(this.#tokenGap),
      tokenLength: Uint8Array.from(this.#tokenLength),
    };
  }

  #push(form: number, gap: number, length: number): void {
    this.#tokenForm.push(form);
    this.#tokenGap.push(gap);
    this.#tokenLength.push(length);
  }

  #idOf(form: string): number {
    const known = this.#formIds.get(form);
    if (known !== undefined) return known;
    const id = this.#formIds.size;
    this.#formIds.set(form, id);
    return id;
  }
}
