import { Letters } from './letters.ts';
import { hashBackward, hashForward, mix, StringIndex, seed } from './string-index.ts';
import { prefixes, type Tables } from './tables.ts';

/** A form of a lexeme of the dictionary, as numbers into the tables. */
export interface Hit {
  readonly stem: number;
  readonly paradigm: number;
  /** Index into the columns of forms. */
  readonly form: number;
}

/** A way to end a word: the suffix that starts at `start`. */
export interface Ending {
  readonly start: number;
  /** The first of the suffixes that are spelled so but for ё. */
  readonly suffix: number;
}

/** Finds words in the tables. Words are given as `foldWord` leaves them. */
export class Lexicon {
  readonly tables: Tables;
  readonly letters: Letters;
  readonly #stemsWithYo: ReadonlyMap<number, string>;
  readonly #suffixTexts: readonly string[];
  readonly #stems: StringIndex;
  readonly #suffixes: StringIndex;
  readonly #longestSuffix: number;
  /** For each form the first of the suffixes that are spelled like its own but for ё. */
  readonly formSuffixes: Uint16Array;

  /** Takes the tables over: their letters are folded in place. */
  constructor(tables: Tables) {
    this.tables = tables;
    this.letters = new Letters(tables.alphabet);
    const { starts } = tables.suffixes;
    this.#suffixTexts = Array.from({ length: starts.length - 1 }, (_, id) =>
      this.letters.spell(tables.suffixes, id),
    );
    this.#longestSuffix = this.#suffixTexts.reduce((longest, text) => Math.max(longest, text.length), 0);
    this.#stemsWithYo = this.letters.takeYo(tables.stems);
    this.letters.takeYo(tables.suffixes);
    this.#stems = new StringIndex(tables.stems, hashForward);
    const suffixes = new StringIndex(tables.suffixes, hashBackward);
    this.#suffixes = suffixes;
    this.formSuffixes = new Uint16Array(tables.formSuffixes.length);
    for (let form = 0; form < this.formSuffixes.length; form++)
      this.formSuffixes[form] = suffixes.first[tables.formSuffixes[form] ?? 0] ?? 0;
  }

  /** All forms of the dictionary that are spelled so but for ё. */
  find(folded: string): Hit[] {
    const hits: Hit[] = [];
    const word = this.letters.encode(folded);
    if (word === undefined) return hits;
    const suffixAt = this.#suffixesAt(word);
    for (const [prefix, text] of prefixes.entries())
      if (folded.startsWith(text)) this.#findAfter(word, text.length, prefix, suffixAt, hits);
    return hits;
  }

  /** All ways to end the word with a suffix of the dictionary, the longest suffix first. */
  endings(folded: string): Ending[] {
    const word = this.letters.encode(folded);
    if (word === undefined) return [];
    const endings: Ending[] = [];
    for (const [start, suffix] of this.#suffixesAt(word).entries())
      if (suffix >= 0) endings.push({ start, suffix });
    return endings;
  }

  /** The suffix that starts at each place of the word and reaches to its end, or -1. */
  #suffixesAt(word: Uint8Array): Int32Array {
    const end = word.length;
    const found = new Int32Array(end + 1).fill(-1);
    const least = Math.max(0, end - this.#longestSuffix);
    for (let start = end, hash = seed; start >= least; start--) {
      if (start < end) hash = mix(hash, word[start] ?? 0);
      found[start] = this.#suffixes.find(hash, word, start, end);
    }
    return found;
  }

  #findAfter(word: Uint8Array, from: number, prefix: number, suffixAt: Int32Array, hits: Hit[]): void {
    for (let end = from, hash = seed; end <= word.length; end++) {
      if (end > from) hash = mix(hash, word[end - 1] ?? 0);
      const suffix = suffixAt[end] ?? -1;
      if (suffix < 0) continue;
      const stem = this.#stems.find(hash, word, from, end);
      if (stem < 0) continue;
      for (const twin of this.#stems.twins(stem) ?? [stem]) this.#collect(twin, prefix, suffix, hits);
    }
  }

  #collect(stem: number, prefix: number, suffix: number, hits: Hit[]): void {
    const { lexemeStarts, lexemeParadigms, paradigmStarts, formPrefixes } = this.tables;
    const { formSuffixes } = this;
    const lexemeEnd = lexemeStarts[stem + 1] ?? 0;
    for (let lexeme = lexemeStarts[stem] ?? 0; lexeme < lexemeEnd; lexeme++) {
      const paradigm = lexemeParadigms[lexeme] ?? 0;
      const formEnd = paradigmStarts[paradigm + 1] ?? 0;
      for (let form = paradigmStarts[paradigm] ?? 0; form < formEnd; form++)
        if (formSuffixes[form] === suffix && formPrefixes[form] === prefix)
          hits.push({ stem, paradigm, form });
    }
  }

  /** The stem as the dictionary writes it, with ё. */
  stemText(stem: number): string {
    return this.#stemsWithYo.get(stem) ?? this.letters.spell(this.tables.stems, stem);
  }

  /** A form of a stem as the dictionary writes it, with ё. */
  formText(stem: string, form: number): string {
    const prefix = prefixes[this.tables.formPrefixes[form] ?? 0] ?? '';
    return prefix + stem + (this.#suffixTexts[this.tables.formSuffixes[form] ?? 0] ?? '');
  }
}
