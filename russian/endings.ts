import type { Lookup } from './lookup.ts';
import type { PartOfSpeech } from './types.ts';

/** Parts of speech that new words join; nobody invents a pronoun or a preposition. */
const open: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['NOUN', 'ADJF', 'INFN', 'ADVB']);

/** How many letters at the end of a stem say anything. */
const longest = 4;

/** How many stems the next shorter ending is worth when two are mixed. */
const mixing = 6;

/** What is rarer after an ending is no guess worth making. */
const leastProbability = 0.0005;

/** Endings repeat too: so many are remembered, then forgotten all at once. */
const cacheSize = 4096;

/** Stems `[from … to)` end alike; the probabilities of paradigms for such a stem. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly paradigms: ReadonlyMap<number, number>;
}

/** What the stems of the dictionary say about a stem that it has not. Built when the first unknown word comes. */
export class StemEndings {
  readonly #lookup: Lookup;
  /** 1 for paradigms that new words may join. */
  readonly #isOpen: Uint8Array;
  /** By the ending, as one number. */
  readonly #groups = new Map<number, Group>();
  readonly #trigrams: Float64Array;
  readonly #size: number;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
    const { paradigmStarts, alphabet } = lookup.lexicon.tables;
    this.#isOpen = Uint8Array.from({ length: paradigmStarts.length - 1 }, (_, paradigm) => {
      const { partOfSpeech, tag } = lookup.meaning(paradigmStarts[paradigm] ?? 0);
      return open.has(partOfSpeech) && !tag.includes('Apro') ? 1 : 0;
    });
    this.#size = alphabet.length + 1;
    this.#trigrams = this.#countTrigrams();
  }

  /** The probability of each paradigm for a stem that ends like `word` before `end`. */
  paradigms(word: Uint8Array, end: number): ReadonlyMap<number, number> {
    return this.#group(word, end, Math.min(longest, end)).paradigms;
  }

  #group(word: Uint8Array, end: number, length: number): Group {
    let key = 1;
    for (let index = end - length; index < end; index++) key = key * 64 + (word[index] ?? 0);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = this.#newGroup(word, end, length);
    if (this.#groups.size >= cacheSize) this.#groups.clear();
    this.#groups.set(key, group);
    return group;
  }

  #newGroup(word: Uint8Array, end: number, length: number): Group {
    if (length === 0)
      return { from: 0, to: this.#lookup.lexicon.tables.stems.starts.length - 1, paradigms: new Map() };
    const shorter = this.#group(word, end, length - 1);
    const [from, to] = this.#range(word, end, length, shorter.from, shorter.to);
    if (from === to) return { from, to, paradigms: shorter.paradigms };
    return { from, to, paradigms: mix(shorter.paradigms, this.#count(from, to)) };
  }

  /** Stems `[from … to)` end with the same `length - 1` letters; narrows them to the next letter. */
  #range(word: Uint8Array, end: number, length: number, from: number, to: number): [number, number] {
    const letter = word[end - length] ?? 0;
    return [this.#bound(length, letter, from, to), this.#bound(length, letter + 1, from, to)];
  }

  /** The first of the stems whose letter at `length` from the end is at least `letter`. They are sorted by their ends. */
  #bound(length: number, letter: number, from: number, to: number): number {
    const { letters, starts } = this.#lookup.lexicon.tables.stems;
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = (starts[middle + 1] ?? 0) - length;
      const found = place < (starts[middle] ?? 0) ? 0 : (letters[place] ?? 0);
      if (found < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #count(from: number, to: number): ReadonlyMap<number, number> {
    const { lexemeStarts, lexemeParadigms } = this.#lookup.lexicon.tables;
    const counts = new Map<number, number>();
    for (let lexeme = lexemeStarts[from] ?? 0; lexeme < (lexemeStarts[to] ?? 0); lexeme++) {
      const paradigm = lexemeParadigms[lexeme] ?? 0;
      if (this.#isOpen[paradigm] === 1) counts.set(paradigm, (counts.get(paradigm) ?? 0) + 1);
    }
    return counts;
  }

  /** How likely the letters `[0 … end)` are to be a stem: to go on so, and to end there. */
  likelihoods(word: Uint8Array): Float64Array {
    const likelihoods = new Float64Array(word.length + 1);
    let [first, second] = [0, 0];
    let begun = 1;
    for (let end = 0; end <= word.length; end++) {
      likelihoods[end] = begun * this.#trigram(first, second, 0);
      const letter = word[end] ?? 0;
      begun *= this.#trigram(first, second, letter);
      [first, second] = [second, letter];
    }
    return likelihoods;
  }

  #trigram(first: number, second: number, third: number): number {
    return this.#trigrams[(first * this.#size + second) * this.#size + third] ?? 0;
  }

  /** The probability of each letter (0: the end) after each two letters (0: the beginning). */
  #countTrigrams(): Float64Array {
    const { letters, starts } = this.#lookup.lexicon.tables.stems;
    const size = this.#size;
    const counts = new Float64Array(size ** 3).fill(0.1);
    for (let stem = 0; stem < starts.length - 1; stem++) {
      const end = starts[stem + 1] ?? 0;
      let first = 0;
      let second = 0;
      for (let index = starts[stem] ?? 0; index <= end; index++) {
        const third = index < end ? (letters[index] ?? 0) : 0;
        const place = (first * size + second) * size + third;
        counts[place] = (counts[place] ?? 0) + 1;
        first = second;
        second = third;
      }
    }
    for (let pair = 0; pair < counts.length; pair += size) {
      let total = 0;
      for (let place = pair; place < pair + size; place++) total += counts[place] ?? 0;
      for (let place = pair; place < pair + size; place++) counts[place] = (counts[place] ?? 0) / total;
    }
    return counts;
  }
}

/** Witten and Bell: the rarer an ending, the more the shorter one counts. */
function mix(shorter: ReadonlyMap<number, number>, counts: ReadonlyMap<number, number>): Map<number, number> {
  let total = 0;
  for (const count of counts.values()) total += count;
  const weight = shorter.size === 0 ? 0 : mixing / (total + mixing);
  const mixed = new Map<number, number>();
  for (const [paradigm, probability] of shorter) mixed.set(paradigm, probability * weight);
  for (const [paradigm, count] of counts)
    mixed.set(paradigm, (mixed.get(paradigm) ?? 0) + ((1 - weight) * count) / total);
  for (const [paradigm, probability] of mixed) if (probability < leastProbability) mixed.delete(paradigm);
  return mixed;
}
