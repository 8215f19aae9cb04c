import type { Strings } from './tables.ts';

/** The hash of no letters. */
export const seed = 0x811c9dc5 | 0;

/** Adds a letter to a hash (FNV-1a). */
export function mix(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Hashes letters from the first to the last. */
export function hashForward(letters: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let index = start; index < end; index++) hash = mix(hash, letters[index] ?? 0);
  return hash;
}

/** Hashes letters from the last to the first. */
export function hashBackward(letters: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let index = end - 1; index >= start; index--) hash = mix(hash, letters[index] ?? 0);
  return hash;
}

/**
 * Finds one of many strings by the hash of its letters. The caller hashes letter by letter as it walks along a word,
 * so that all beginnings (or ends) of a word cost one pass. No string object is made.
 */
export class StringIndex {
  readonly strings: Strings;
  readonly #table: Int32Array;
  readonly #mask: number;
  /** The first string of the same letters, for strings that occur twice. */
  readonly first: Int32Array;
  /** All strings with the letters of this first one, where there are several. */
  readonly #twins = new Map<number, number[]>();

  constructor(strings: Strings, hash: typeof hashForward) {
    this.strings = strings;
    const count = strings.starts.length - 1;
    // At most half full: a miss, the usual answer, then costs one or two probes.
    const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
    this.#mask = size - 1;
    this.#table = new Int32Array(size).fill(-1);
    this.first = new Int32Array(count);
    const { letters, starts } = strings;
    for (let id = 0; id < count; id++) {
      const start = starts[id] ?? 0;
      const end = starts[id + 1] ?? 0;
      const slot = this.#slot(hash(letters, start, end), letters, start, end);
      const first = this.#table[slot] ?? -1;
      if (first < 0) this.#table[slot] = id;
      else this.#addTwin(first, id);
      this.first[id] = first < 0 ? id : first;
    }
  }

  #addTwin(first: number, id: number): void {
    const twins = this.#twins.get(first);
    if (twins === undefined) this.#twins.set(first, [first, id]);
    else twins.push(id);
  }

  /** The slot of the string, or the empty one where it would be. */
  #slot(hash: number, word: Uint8Array, start: number, end: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    // Most slots are empty, and half a million are looked at while a dictionary opens.
    for (let id = this.#table[slot] ?? -1; id >= 0 && !this.#fits(id, word, start, end); ) {
      slot = (slot + 1) & this.#mask;
      id = this.#table[slot] ?? -1;
    }
    return slot;
  }

  #fits(id: number, word: Uint8Array, start: number, end: number): boolean {
    const { letters, starts } = this.strings;
    const first = starts[id] ?? 0;
    const length = end - start;
    if ((starts[id + 1] ?? 0) - first !== length) return false;
    for (let index = 0; index < length; index++)
      if (letters[first + index] !== word[start + index]) return false;
    return true;
  }

  /** The (first) string with exactly the letters `word[start … end)`, whose hash is given, or -1. */
  find(hash: number, word: Uint8Array, start: number, end: number): number {
    return this.#table[this.#slot(hash, word, start, end)] ?? -1;
  }

  /** All strings with the same letters as the first one, where there are several. */
  twins(first: number): readonly number[] | undefined {
    return this.#twins.get(first);
  }
}
