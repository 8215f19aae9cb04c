import { magic } from '../tables.ts';
import { wordCodes } from './probabilities.ts';
import { at, type Source, type SourceParadigm } from './source.ts';
import { ByteWriter } from './writer.ts';

/** The compiled file, before compression; `tables.ts` reads it and says what each column is. */
export function encode(source: Source): Uint8Array {
  const alphabet = alphabetOf(source);
  const order = paradigmsByFrequency(source);
  const tags = byFrequency(order.flatMap((paradigm) => paradigm.tags));
  const file = new ByteWriter();
  file.column(new TextEncoder().encode(magic));
  file.text(alphabet);
  file.text(tags.join('\n'));
  const { weights, words } = wordCodes(source, tags);
  file.column(Uint8Array.from(weights));
  writeParadigms(file, order, tags, alphabet);
  writeLexemes(file, source, order, alphabet);
  writeWords(file, words, alphabet);
  return file.finish();
}

/** All letters of the dictionary, in the order of the Russian alphabet where it has them. */
function alphabetOf(source: Source): string {
  const letters = new Set('абвгдежзийклмнопрстуфхцчшщъыьэюяё-');
  for (const [stem] of source.lexemes) for (const letter of stem) letters.add(letter);
  for (const { suffixes } of source.paradigms)
    for (const suffix of suffixes) for (const letter of suffix) letters.add(letter);
  return [...letters].join('');
}

/** Frequent items get small numbers, and small numbers compress well. Ties by text, so that runs agree. */
function byFrequency(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([item]) => item);
}

function paradigmsByFrequency({ lexemes, paradigms }: Source): SourceParadigm[] {
  const counts = new Uint32Array(paradigms.length);
  for (const [, paradigm] of lexemes) counts[paradigm] = at(counts, paradigm) + 1;
  return [...paradigms.entries()]
    .filter(([id]) => at(counts, id) > 0)
    .sort(([a], [b]) => at(counts, b) - at(counts, a) || a - b)
    .map(([, paradigm]) => paradigm);
}

/**
 * Paradigms share their columns of tags («shapes»): 1 090 for 3 256. Suffixes are sorted, so a paradigm's numbers
 * of them are close to each other.
 */
function writeParadigms(
  file: ByteWriter,
  order: readonly SourceParadigm[],
  tags: readonly string[],
  alphabet: string,
): void {
  const tagIds = new Map(tags.map((tag, id) => [tag, id]));
  const suffixes = [...new Set(order.flatMap((paradigm) => paradigm.suffixes))].sort();
  const suffixIds = new Map(suffixes.map((suffix, id) => [suffix, id]));
  file.column(frontCoded(suffixes, alphabet));

  const shapes = new Map<string, number>();
  const shapeColumn = new ByteWriter();
  const shapeOfParadigm = new ByteWriter();
  const low = new ByteWriter();
  const high = new ByteWriter();
  for (const paradigm of order) {
    const key = paradigm.tags.join(';') + paradigm.prefixes.join(';');
    let shape = shapes.get(key);
    if (shape === undefined) {
      shape = shapes.size;
      shapes.set(key, shape);
      writeShape(shapeColumn, paradigm, tagIds);
    }
    shapeOfParadigm.number(shape);
    for (const suffix of paradigm.suffixes) {
      const id = suffixIds.get(suffix) ?? 0;
      low.byte(id & 0xff);
      high.byte(id >> 8);
    }
  }
  file.column(shapeColumn).column(shapeOfParadigm).column(low).column(high);
}

const prefixCodes = ['', 'по', 'наи'];

function writeShape(column: ByteWriter, paradigm: SourceParadigm, tagIds: ReadonlyMap<string, number>): void {
  column.number(paradigm.tags.length);
  let previous = 0;
  for (const tag of paradigm.tags) {
    const id = tagIds.get(tag) ?? 0;
    column.signed(id - previous);
    previous = id;
  }
  for (const prefix of paradigm.prefixes) column.byte(prefixCodes.indexOf(prefix));
}

/** Stems sorted by their **ends**, because a paradigm depends on the end of the stem: neighbours share both. */
function writeLexemes(
  file: ByteWriter,
  source: Source,
  order: readonly SourceParadigm[],
  alphabet: string,
): void {
  const rank = new Map(order.map((paradigm, id) => [paradigm, id]));
  const stems = new Map<string, number[]>();
  for (const [stem, paradigm] of source.lexemes) {
    const reversed = [...stem].reverse().join('');
    const ids = stems.get(reversed) ?? [];
    ids.push(rank.get(at(source.paradigms, paradigm)) ?? 0);
    stems.set(reversed, ids);
  }
  const sorted = [...stems].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const counts = new ByteWriter();
  const paradigms = new ByteWriter();
  for (const [, ids] of sorted) {
    counts.number(ids.length);
    for (const id of ids.sort((a, b) => a - b)) paradigms.number(id);
  }
  file
    .column(
      frontCoded(
        sorted.map(([stem]) => stem),
        alphabet,
      ),
    )
    .column(counts)
    .column(paradigms);
}

function writeWords(file: ByteWriter, words: ReadonlyMap<string, readonly number[]>, alphabet: string): void {
  const sorted = [...words].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const codes = new ByteWriter();
  for (const [, row] of sorted) for (const code of row) codes.byte(code);
  file
    .column(
      frontCoded(
        sorted.map(([word]) => word),
        alphabet,
      ),
    )
    .column(codes);
}

/** Two columns: how many letters a string shares with the one before it, and the letters it adds, ended by a zero. */
function frontCoded(strings: readonly string[], alphabet: string): ByteWriter {
  const shared = new ByteWriter();
  const added = new ByteWriter();
  let previous = '';
  for (const string of strings) {
    let length = 0;
    while (length < string.length && string[length] === previous[length]) length++;
    shared.byte(length);
    for (const letter of string.slice(length)) added.byte(alphabet.indexOf(letter) + 1);
    added.byte(0);
    previous = string;
  }
  return new ByteWriter().number(strings.length).column(shared).column(added);
}
