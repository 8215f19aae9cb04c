/** What the common slips cost; one plain edit costs 10. */
const cost = {
  edit: 10,
  /** Two letters in the wrong order: «обарщение». */
  swap: 8,
  /** A key beside the right one: «обращениу». */
  neighbour: 8,
  /** A vowel or a consonant that sounds the same unstressed or at the end: «абращение», «сертифекат». */
  soundAlike: 6,
  /** A letter doubled or not: «коррупция» and «корупция». */
  doubled: 6,
  /** A soft or hard sign too many or too few. */
  sign: 7,
} as const;

/** The least that any one edit costs: by it a bound on the cost is a bound on the number of edits. */
export const cheapestEdit: number = cost.soundAlike;

const soundAlikes = [
  'оа',
  'еи',
  'ея',
  'иы',
  'еэ',
  'ия',
  'бп',
  'дт',
  'гк',
  'зс',
  'жш',
  'вф',
  'шщ',
  'ьъ',
  'цс',
  'чщ',
  'ую',
  'йи',
  'гв',
];
const keyRows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

// What a letter а…я instead of another costs, by the numbers of both.
const alphabet = 32;
const firstLetter = 0x430;
const substitutions = new Uint8Array(alphabet * alphabet).fill(cost.edit);
for (const pair of neighbours()) allowPair(pair, cost.neighbour);
for (const pair of soundAlikes) allowPair(pair, cost.soundAlike);

function* neighbours(): Generator<string> {
  for (const [row, keys] of keyRows.entries()) {
    for (let column = 0; column < keys.length; column++) {
      const below = keyRows[row + 1] ?? '';
      for (const beside of [keys[column + 1], below[column - 1], below[column]]) {
        if (beside !== undefined) yield keys.charAt(column) + beside;
      }
    }
  }
}

function allowPair(pair: string, price: number): void {
  const [one, other] = [pair.charCodeAt(0) - firstLetter, pair.charCodeAt(1) - firstLetter];
  substitutions[one * alphabet + other] = price;
  substitutions[other * alphabet + one] = price;
}

const softSign = 0x44c;
const hardSign = 0x44a;
export const longestWord = 40;
/**
 * How much it costs to make one word of the other (Damerau–Levenshtein with the slips of Russian typing), or
 * `limit + 1` when it is more than the limit. Neither word may be longer than `longestWord`.
 */
export function slipCost(one: string, other: string, limit: number): number {
  return new SlipMeasure(one, limit).cost(other, 0);
}

const width = longestWord + 1;
/** More than any limit. */
const tooMuch = 10_000;
// The table of the last measure: one is in use at a time, and a fresh table for each would cost more than the comparison.
const table = new Uint16Array(width * width);
const leasts = new Uint16Array(width);

/**
 * Compares one word with many. In a sorted list neighbours begin alike, and so do their tables: only the lines that differ are
 * computed. Lines stand for the letters of the other word. One measure at a time.
 */
export class SlipMeasure {
  readonly #word: string;
  readonly #limit: number;
  /** Farther from the diagonal there are too many letters to make up for. */
  readonly #band: number;
  /** The first line from which no word can be near any more. */
  #lost = tooMuch;
  /** The lines that are filled in, for the word before. */
  #lines = 0;

  constructor(word: string, limit: number) {
    this.#word = word;
    this.#limit = limit;
    this.#band = Math.floor(limit / cheapestEdit);
    if (word.length > longestWord) return;
    table[0] = 0;
    leasts[0] = 0;
    for (let column = 1; column <= word.length; column++)
      table[column] = (table[column - 1] ?? 0) + gapCost(word, column - 1);
  }

  /**
   * As `slipCost`.
   *
   * @param shared how many letters at the beginning the word has in common with the one before; 0 is always right
   */
  cost(other: string, shared: number): number {
    const word = this.#word;
    const limit = this.#limit;
    if (word.length > longestWord || other.length > longestWord) return limit + 1;
    if (shared < this.#lost) this.#lost = tooMuch;
    this.#lines = Math.min(this.#lines, shared);
    for (let line = this.#lines + 1; line <= other.length && this.#lost === tooMuch; line++) {
      this.#fill(other, line);
      this.#lines = line;
      // A swap leads two lines on.
      if ((leasts[line] ?? 0) > limit && (leasts[line - 1] ?? 0) + cost.swap > limit) this.#lost = line;
    }
    if (this.#lost !== tooMuch || Math.abs(word.length - other.length) > this.#band) return limit + 1;
    return Math.min(table[other.length * width + word.length] ?? limit + 1, limit + 1);
  }

  #fill(other: string, line: number): void {
    const word = this.#word;
    const row = line * width;
    const above = row - width;
    const left = other.charCodeAt(line - 1);
    const before = line > 1 ? other.charCodeAt(line - 2) : -1;
    const deletion = gapCost(other, line - 1);
    const from = Math.max(1, line - this.#band);
    const to = Math.min(word.length, line + this.#band);
    let last = from === 1 ? (table[above] ?? 0) + deletion : tooMuch;
    table[row + from - 1] = last;
    let least = last;
    for (let column = from; column <= to; column++) {
      const top = word.charCodeAt(column - 1);
      let best = (table[above + column - 1] ?? 0) + (left === top ? 0 : replaceCost(left, top));
      // The line above ends a column earlier.
      if (column < line + this.#band || line === 1)
        best = Math.min(best, (table[above + column] ?? 0) + deletion);
      best = Math.min(best, last + gapCost(word, column - 1));
      if (column > 1 && left !== top && before === top && word.charCodeAt(column - 2) === left)
        best = Math.min(best, (table[above - width + column - 2] ?? 0) + cost.swap);
      table[row + column] = best;
      last = best;
      if (best < least) least = best;
    }
    leasts[line] = least;
  }
}

function replaceCost(one: number, other: number): number {
  const [row, column] = [one - firstLetter, other - firstLetter];
  if (row < 0 || row >= alphabet || column < 0 || column >= alphabet) return cost.edit;
  return substitutions[row * alphabet + column] ?? cost.edit;
}

function gapCost(word: string, place: number): number {
  const letter = word.charCodeAt(place);
  if (place > 0 && word.charCodeAt(place - 1) === letter) return cost.doubled;
  return letter === softSign || letter === hardSign ? cost.sign : cost.edit;
}
