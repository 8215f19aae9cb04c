/** A spelling that is near another one, and how unlikely the slip is that leads from it. */
export interface Edit {
  readonly word: string;
  readonly cost: number;
}

const letters = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].filter((letter) => letter !== 'ё');

/** Letters that sound alike in some place of a word, or look alike to a hurried writer. */
const soundsAlike = pairsOf(
  'ао еи ия ея эе бп вф гк дт жш зс шщ ъь ий сц чщ ыи юу яа шч гх оу гв ую ёе ёо йь',
);
const keys = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
const neighbours = neighbourKeys();

function pairsOf(list: string): Set<string> {
  return new Set(list.split(' ').flatMap((pair) => [pair, [...pair].reverse().join('')]));
}

function neighbourKeys(): Set<string> {
  const found = new Set<string>();
  for (const [row, line] of keys.entries())
    for (const [column, key] of [...line].entries())
      for (const other of [line[column + 1], keys[row + 1]?.[column], keys[row + 1]?.[column - 1]])
        if (other !== undefined) found.add(key + other).add(other + key);
  return found;
}

const vowel = /[аеёиоуыэюя]/;

function substitution(wrong: string, right: string): number {
  const pair = wrong + right;
  if (soundsAlike.has(pair)) return vowel.test(wrong) ? 0.5 : 0.6;
  return neighbours.has(pair) ? 0.8 : 1.1;
}

/** Groups of letters that are said otherwise than they are written: «лесница» → «лестница». */
const groups: readonly (readonly [wrong: string, right: string, cost: number])[] = [
  ...(
    [
      ['ств', 'вств'],
      ['сн', 'стн'],
      ['зн', 'здн'],
      ['рц', 'рдц'],
      ['нц', 'лнц'],
      ['нск', 'нтск'],
      ['сл', 'стл'],
      ['сч', 'щ'],
      ['щ', 'сч'],
      ['щ', 'зч'],
      ['щ', 'жч'],
      ['щ', 'тч'],
      ['чч', 'тч'],
      ['чч', 'дч'],
      ['ц', 'тс'],
      ['ц', 'тц'],
      ['тс', 'тьс'],
      ['тьс', 'тс'],
      ['ца', 'тся'],
      ['ца', 'ться'],
      ['цца', 'ться'],
      ['цца', 'тся'],
      ['ши', 'жи'],
      ['шн', 'чн'],
      ['шт', 'чт'],
      ['ово', 'ого'],
      ['ево', 'его'],
      ['йо', 'ё'],
      ['ье', 'ъе'],
      ['ня', 'нья'],
      ['инци', 'ици'],
      ['тчь', 'чь'],
    ] as const
  ).map(([wrong, right]): [string, string, number] => [wrong, right, 0.45]),
];

/** Everything one slip away from the word; the same spelling may come twice. */
export function* editsOf(word: string): Generator<Edit> {
  yield* likelyEdits(word);
  for (let index = 0; index <= word.length; index++) {
    const [before, after] = [word.slice(0, index), word.slice(index)];
    const first = index === 0 ? 0.4 : 0;
    const letter = after.charAt(0);
    if (letter !== '') {
      if (word.length > 3) yield { word: before + after.slice(1), cost: 0.9 + first };
      for (const other of letters)
        if (other !== letter)
          yield { word: before + other + after.slice(1), cost: substitution(letter, other) + first };
    }
    if (after.length > 1 && letter !== after.charAt(1))
      yield { word: before + after.charAt(1) + letter + after.slice(2), cost: 0.65 + first };
    for (const other of letters)
      yield { word: before + other + after, cost: insertion(other, before, after) + first };
  }
}

function insertion(letter: string, before: string, after: string): number {
  if (before.endsWith(letter) || after.startsWith(letter)) return letter === 'о' ? 0.5 : 0.55;
  if (letter === 'ь') return 0.6;
  return vowel.test(letter) ? 0.9 : 0.95;
}

/** The slips that ear and habit make, cheap enough to be looked for twice in a word. */
export function* likelyEdits(word: string): Generator<Edit> {
  for (let index = 0; index < word.length; index++) {
    const [before, letter, after] = [word.slice(0, index), word.charAt(index), word.slice(index + 1)];
    if (after.startsWith(letter)) yield { word: before + after, cost: 0.4 };
    else if (!vowel.test(letter) && letter !== 'ь')
      yield { word: before + letter + letter + after, cost: 0.55 };
    if (letter === 'ь' || letter === 'ъ') yield { word: before + after, cost: 0.5 };
    for (const pair of soundsAlike)
      if (pair.startsWith(letter))
        yield { word: before + pair.charAt(1) + after, cost: substitution(letter, pair.charAt(1)) };
    if (!vowel.test(letter) && !/^[ьъ]/.test(after)) yield { word: `${before + letter}ь${after}`, cost: 0.6 };
  }
  for (const [wrong, right, cost] of groups)
    for (let at = word.indexOf(wrong); at >= 0; at = word.indexOf(wrong, at + 1))
      yield { word: word.slice(0, at) + right + word.slice(at + wrong.length), cost };
}
