import type { Strings } from './tables.ts';

/** Letters as numbers, the way the tables hold them. */
export class Letters {
  readonly #alphabet: string;
  readonly #codes = new Uint8Array(0x10000);
  /** The numbers of ё and of е. */
  readonly #yo: number;
  readonly #ye: number;

  constructor(alphabet: string) {
    this.#alphabet = alphabet;
    for (let index = 0; index < alphabet.length; index++) this.#codes[alphabet.charCodeAt(index)] = index + 1;
    this.#yo = alphabet.indexOf('ё') + 1;
    this.#ye = alphabet.indexOf('е') + 1;
  }

  /** A word as numbers, or undefined if it has a letter that no word of the dictionary has. */
  encode(word: string): Uint8Array | undefined {
    const encoded = new Uint8Array(word.length);
    for (let index = 0; index < word.length; index++) {
      const code = this.#codes[word.charCodeAt(index)] ?? 0;
      if (code === 0) return undefined;
      encoded[index] = code;
    }
    return encoded;
  }

  /** String number `id`, spelled. */
  spell({ letters, starts }: Strings, id: number): string {
    let text = '';
    const end = starts[id + 1] ?? 0;
    for (let index = starts[id] ?? 0; index < end; index++)
      text += this.#alphabet[(letters[index] ?? 0) - 1] ?? '';
    return text;
  }

  /** Turns ё into е in place and returns the strings that had it, as they were. */
  takeYo(strings: Strings): Map<number, string> {
    const { letters, starts } = strings;
    const withYo = new Map<number, string>();
    for (let id = 0, index = letters.indexOf(this.#yo); index >= 0; ) {
      while ((starts[id + 1] ?? 0) <= index) id++;
      withYo.set(id, this.spell(strings, id));
      const end = starts[id + 1] ?? 0;
      for (; index < end; index++) if (letters[index] === this.#yo) letters[index] = this.#ye;
      index = letters.indexOf(this.#yo, end);
    }
    return withYo;
  }
}
