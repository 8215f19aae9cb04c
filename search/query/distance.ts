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

const substitutions = new Map<number, number>();
for (const pair of neighbours()) substitutions.set(pairCode(pair), cost.neighbour);
for (const pair of soundAlikes) substitutions.set(pairCode(pair), cost.soundAlike);

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

function pairCode(pair: string): number {
  return codeOf(pair.charCodeAt(0), pair.charCodeAt(1));
}

function codeOf(one: number, other: number): number {
  return one < other ? one * 65_536 + other : other * 65_536 + one;
}

const softSign = 0x44c;
const hardSign = 0x44a;
export const longestWord = 40;
// Three rows of the table, reused: a word is compared with thousands of others.
const rows = [0, 1, 2].map(() => new Uint16Array(longestWord + 2));

/**
 * How much it costs to make one word of the other (Damerau–Levenshtein with the slips of Russian typing), or
 * `limit + 1` when it is more than the limit. Neither word may be longer than `longestWord`.
 */
export function slipCost(one: string, other: string, limit: number): number {
  if (one.length > longestWord || other.length > longestWord) return limit + 1;
  let [before, above, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
  above[0] = 0;
  for (let column = 1; column <= other.length; column++) {
    above[column] = (above[column - 1] ?? 0) + gapCost(other, column - 1);
  }
  for (let line = 1; line <= one.length; line++) {
    const left = one.charCodeAt(line - 1);
    const deletion = gapCost(one, line - 1);
    row[0] = (above[0] ?? 0) + deletion;
    let least = row[0];
    for (let column = 1; column <= other.length; column++) {
      const top = other.charCodeAt(column - 1);
      let best = (above[column - 1] ?? 0) + (left === top ? 0 : replaceCost(left, top));
      const deleted = (above[column] ?? 0) + deletion;
      if (deleted < best) best = deleted;
      const inserted = (row[column - 1] ?? 0) + gapCost(other, column - 1);
      if (inserted < best) best = inserted;
      if (
        line > 1 &&
        column > 1 &&
        left !== top &&
        left === other.charCodeAt(column - 2) &&
        one.charCodeAt(line - 2) === top
      ) {
        const swapped = (before[column - 2] ?? 0) + cost.swap;
        if (swapped < best) best = swapped;
      }
      row[column] = best;
      if (best < least) least = best;
    }
    // A swap looks two lines back, so one line over the limit is not yet the end.
    if (least > limit + cost.edit) return limit + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[other.length] ?? limit + 1, limit + 1);
}

function replaceCost(one: number, other: number): number {
  return substitutions.get(codeOf(one, other)) ?? cost.edit;
}

function gapCost(word: string, place: number): number {
  const letter = word.charCodeAt(place);
  if (place > 0 && word.charCodeAt(place - 1) === letter) return cost.doubled;
  return letter === softSign || letter === hardSign ? cost.sign : cost.edit;
}
