import type { Dictionary } from '@ponyatno/russian';
import type { Sentence, Word } from '../document.ts';
import type { Span } from '../types.ts';
import { analyse } from './analysis.ts';

/** Where a sequence of words stands in a sentence. */
export interface SequenceMatch<Value> extends Span {
  readonly value: Value;
  /** Indexes of its first and last word. */
  readonly first: number;
  readonly last: number;
}

interface Sequence<Value> {
  readonly value: Value;
  readonly keys: readonly ReadonlySet<string>[];
}

/** Finds given words («обратная связь») in any of their forms. */
export class SequenceIndex<Value> {
  readonly #byFirst = new Map<string, Sequence<Value>[]>();

  constructor(dictionary: Dictionary, entries: Iterable<readonly [text: string, value: Value]>) {
    for (const [text, value] of entries) {
      const words = text.match(/[\p{L}\p{M}\d-]+/gu) ?? [];
      const keys = words.map((word) => analyse(dictionary, word).keys);
      for (const key of keys[0] ?? []) {
        const list = this.#byFirst.get(key) ?? [];
        list.push({ value, keys });
        this.#byFirst.set(key, list);
      }
    }
  }

  /** Everything that stands in the sentence; of sequences with the same beginning the longest. */
  *find({ words }: Sentence): Generator<SequenceMatch<Value>> {
    for (const [first, word] of words.entries()) {
      let best: Sequence<Value> | undefined;
      for (const key of word.keys) {
        for (const sequence of this.#byFirst.get(key) ?? []) {
          const longer = sequence.keys.length > (best?.keys.length ?? 0);
          if (longer && fits(sequence.keys, words, first)) best = sequence;
        }
      }
      const last = first + (best?.keys.length ?? 0) - 1;
      const end = words[last]?.end;
      if (best && end !== undefined) yield { value: best.value, first, last, start: word.start, end };
    }
  }
}

function fits(keys: readonly ReadonlySet<string>[], words: readonly Word[], first: number): boolean {
  return keys.every((wanted, offset) => {
    const word = words[first + offset];
    return word !== undefined && [...word.keys].some((key) => wanted.has(key));
  });
}
