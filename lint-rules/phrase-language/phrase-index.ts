import { type Match, type MatchWord, matchAround, matchFrom } from './match.ts';
import type { Element, Pattern } from './pattern.ts';
import { parsePattern } from './pattern.ts';
import type { Phrase } from './phrase.ts';

interface Compiled<Row> {
  readonly row: Row;
  readonly pattern: Pattern;
  readonly except: readonly Pattern[];
  readonly side: number;
  readonly element: number;
}

const none: readonly never[] = [];

/** A row of a table and where it was found in a sentence. */
export interface Found<Row> extends Match {
  readonly row: Row;
}

/** Finds all phrases of a table in one pass: a row is tried only where its rarest word stands. */
export class PhraseIndex<Row extends Pick<Phrase, 'pattern' | 'except'>> {
  readonly #byLemma = new Map<string, Compiled<Row>[]>();
  readonly #byForm = new Map<string, Compiled<Row>[]>();
  /** What the rows make of the dictionary forms of a word: a text repeats its words, and they share their forms. */
  readonly #byKeys = new WeakMap<ReadonlySet<string>, readonly Compiled<Row>[]>();

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.#add(row);
  }

  /** Everything that fits in one sentence, overlaps included. */
  find(words: readonly MatchWord[]): Found<Row>[] {
    const found: Found<Row>[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (word === undefined) continue;
      for (const one of this.#byForm.get(word.folded) ?? none) collect(one, words, index, found);
      for (const one of this.#ofKeys(word.keys)) collect(one, words, index, found);
    }
    return found;
  }

  #ofKeys(keys: ReadonlySet<string>): readonly Compiled<Row>[] {
    const known = this.#byKeys.get(keys);
    if (known !== undefined) return known;
    const rows: Compiled<Row>[] = [];
    for (const key of keys) rows.push(...(this.#byLemma.get(key) ?? none));
    this.#byKeys.set(keys, rows.length === 0 ? none : rows);
    return rows;
  }

  #add(row: Row): void {
    const pattern = parsePattern(row.pattern);
    const except = (row.except ?? []).map(parsePattern);
    const { side, element, atoms } = anchorOf(pattern, row.pattern);
    const compiled = { row, pattern, except, side, element };
    for (const atom of atoms) {
      if (atom.kind === 'lemma') push(this.#byLemma, atom.lemma, compiled);
      if (atom.kind === 'form') push(this.#byForm, atom.form, compiled);
    }
  }
}

function collect<Row>(
  compiled: Compiled<Row>,
  words: readonly MatchWord[],
  word: number,
  found: Found<Row>[],
): void {
  const { row, pattern, side, element } = compiled;
  for (const match of matchAround(pattern, words, { side, element, word })) {
    const known = found.some(
      (one) => one.row === row && one.first === match.first && one.last === match.last,
    );
    if (!known && !excepted(compiled.except, words, match)) found.push({ ...match, row });
  }
}

/** Whether a pattern of good Russian covers a word of the match. */
function excepted(except: readonly Pattern[], words: readonly MatchWord[], match: Match): boolean {
  return except.some((pattern) => {
    const elements = pattern.sides[0] ?? [];
    for (let start = Math.max(0, match.first - elements.length); start <= match.last; start++) {
      const taken = matchFrom(elements, words, start);
      if (taken?.some((word) => word >= 0 && match.words.includes(word))) return true;
    }
    return false;
  });
}

/** The element by which a pattern is looked up: the one whose shortest word is the longest, so not a preposition. */
function anchorOf(
  pattern: Pattern,
  source: string,
): { side: number; element: number; atoms: Element['atoms'] } {
  let best: { side: number; element: number; atoms: Element['atoms'] } | undefined;
  let length = 0;
  for (const [side, elements] of pattern.sides.entries()) {
    for (const [element, { atoms, optional }] of elements.entries()) {
      const shortest = Math.min(...atoms.map(lengthOf));
      if (optional || shortest <= length) continue;
      best = { side, element, atoms };
      length = shortest;
    }
  }
  if (best === undefined) throw new Error(`Pattern «${source}»: a word must be named`);
  return best;
}

function lengthOf(atom: Element['atoms'][number]): number {
  if (atom.kind === 'test') return 0;
  return atom.kind === 'lemma' ? atom.lemma.length : atom.form.length;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
