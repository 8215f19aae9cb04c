import { prefixRange } from '../analysis/sorted.ts';
import { cheapestEdit, longestWord, SlipMeasure } from './distance.ts';

/** A word of the vocabulary near to the one that was typed. */
export interface NearWord {
  /** Its place in the vocabulary. */
  readonly index: number;
  /** What the slips cost together; one plain edit costs 10. */
  readonly cost: number;
}

/** People seldom mistype the first letter. */
const otherFirstLetter = 5;

/** When nothing is that near, a long word may differ by so much more: a far guess is better than an empty page. */
const lastResort = 10;
const shortestForLastResort = 7;

/** How much a word may differ, by its length. */
function limitFor(length: number): number {
  if (length <= 2) return 0;
  if (length <= 4) return 10;
  if (length <= 7) return 17;
  return length <= 11 ? 22 : 28;
}

/** Finds words near to a typed one in a sorted vocabulary. */
export class Speller {
  readonly #words: readonly string[];
  readonly #frequency: (index: number) => number;
  #letters: Uint32Array | undefined;
  #lengths: Uint8Array | undefined;
  #shared: Uint8Array | undefined;

  /** `frequency` breaks ties: on how many pages the word stands. */
  constructor(words: readonly string[], frequency: (index: number) => number) {
    this.#words = words;
    this.#frequency = frequency;
  }

  /** At most `count` near words, the most likely first. The word itself is not its own near word. */
  near(word: string, count = 3): NearWord[] {
    const limit = limitFor(word.length);
    if (limit === 0 || word.length > longestWord) return [];
    const alike = prefixRange(this.#words, word.charAt(0));
    const found = this.#search(word, limit, alike);
    // A word that begins alike and is one slip away leaves no reason to go through the whole vocabulary.
    const sure = found.some((near) => near.cost <= 10);
    if (!sure && limit > otherFirstLetter) {
      for (const others of [[0, alike[0]] as const, [alike[1], this.#words.length] as const]) {
        for (const { index, cost } of this.#search(word, limit - otherFirstLetter, others))
          found.push({ index, cost: cost + otherFirstLetter });
      }
    }
    if (found.length === 0 && word.length >= shortestForLastResort)
      found.push(...this.#search(word, limit + lastResort, alike));
    const likelihood = (near: NearWord) =>
      near.cost - Math.min(5, Math.log2(1 + this.#frequency(near.index)));
    found.sort((a, b) => likelihood(a) - likelihood(b) || a.index - b.index);
    const best = found[0];
    if (best === undefined) return [];
    return found.filter((near) => likelihood(near) <= likelihood(best) + 6).slice(0, count);
  }

  /** Beginnings of words, as long as the typed one, that it may be a slip of; the most likely first. */
  nearBeginnings(word: string, count = 2): string[] {
    const limit = Math.min(10, limitFor(word.length));
    if (limit === 0 || word.length > longestWord) return [];
    const sharedWith = this.#sharedBeginnings();
    const measure = new SlipMeasure(word, limit);
    const found: { beginning: string; cost: number; words: number }[] = [];
    let beginning = '';
    let last: (typeof found)[number] | undefined;
    const [from, to] = prefixRange(this.#words, word.charAt(0));
    for (let index = from; index < to; index++) {
      const shared = index === from ? 0 : (sharedWith[index] ?? 0);
      if (shared < word.length || beginning.length < word.length) {
        beginning = (this.#words[index] ?? '').slice(0, word.length);
        const cost = measure.cost(beginning, Math.min(shared, beginning.length));
        last = beginning.length === word.length && cost <= limit ? { beginning, cost, words: 0 } : undefined;
        if (last !== undefined) found.push(last);
      }
      if (last !== undefined) last.words += this.#frequency(index);
    }
    return found
      .sort((a, b) => a.cost - b.cost || b.words - a.words)
      .slice(0, count)
      .map((each) => each.beginning);
  }

  #search(word: string, limit: number, [from, to]: readonly [number, number]): NearWord[] {
    const letters = this.#lettersOfWords();
    const lengths = this.#lengthsOfWords();
    const sharedWith = this.#sharedBeginnings();
    const own = lettersOf(word);
    const edits = Math.floor(limit / cheapestEdit);
    const measure = new SlipMeasure(word, limit);
    const found: NearWord[] = [];
    // With the word that was measured last.
    let shared = 0;
    for (let index = from; index < to; index++) {
      shared = Math.min(shared, sharedWith[index] ?? 0);
      if (Math.abs((lengths[index] ?? 0) - word.length) > edits) continue;
      const theirs = letters[index] ?? 0;
      if (countBits(own & ~theirs) > edits || countBits(theirs & ~own) > edits) continue;
      const other = this.#words[index] ?? '';
      const cost = measure.cost(other, shared);
      shared = other.length;
      if (cost <= limit && other !== word) found.push({ index, cost });
    }
    return found;
  }

  #lengthsOfWords(): Uint8Array {
    this.#lengths ??= Uint8Array.from(this.#words, ({ length }) => Math.min(255, length));
    return this.#lengths;
  }

  // How many letters at the beginning a word has in common with the one before it.
  #sharedBeginnings(): Uint8Array {
    this.#shared ??= Uint8Array.from(this.#words, (word, index) =>
      Math.min(255, sharedLetters(this.#words[index - 1] ?? '', word)),
    );
    return this.#shared;
  }

  #lettersOfWords(): Uint32Array {
    this.#letters ??= Uint32Array.from(this.#words, lettersOf);
    return this.#letters;
  }
}

// Which letters a word has, as bits: а–я fit one number. Others share bits, which only lets more words through.
function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits >>> 0;
}

function countBits(bits: number): number {
  // Pairs, fours, then all bytes at once.
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function sharedLetters(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one.charCodeAt(count) === other.charCodeAt(count)) count++;
  return count;
}
