import { ByteReader } from './bytes.ts';

/** The first column of a compiled dictionary. The number is the version of the format. */
export const magic = 'ponyatno-russian-1';

/** What may stand before the stem: the comparative's «по-», the superlative's «наи-». */
export const prefixes: readonly string[] = ['', 'по', 'наи'];

/** Strings one after the other: string `i` is `letters[starts[i] … starts[i + 1])`. */
export interface Strings {
  readonly letters: Uint8Array;
  readonly starts: Uint32Array;
}

/** The compiled dictionary, unpacked into columns. Letters are numbers: 1 + their place in `alphabet`. */
export interface Tables {
  readonly alphabet: string;
  readonly tags: readonly string[];
  /** How likely a tag is against other tags of the same word, as a factor. */
  readonly tagWeights: Float64Array;
  /** Endings, with all that changes between the forms of a lexeme. */
  readonly suffixes: Strings;
  /** Forms of paradigm `i` are `[paradigmStarts[i] … paradigmStarts[i + 1])` in the columns of forms. */
  readonly paradigmStarts: Uint32Array;
  readonly formSuffixes: Uint16Array;
  readonly formTags: Uint16Array;
  readonly formPrefixes: Uint8Array;
  /** Stems, sorted by their letters from the last to the first. */
  readonly stems: Strings;
  /** Paradigms of stem `i` are `[lexemeStarts[i] … lexemeStarts[i + 1])` in `lexemeParadigms`. */
  readonly lexemeStarts: Uint32Array;
  readonly lexemeParadigms: Uint16Array;
  /** Ambiguous words that the corpus has, and where their probabilities begin. */
  readonly words: Strings;
  readonly wordCodes: Uint8Array;
}

/** Unpacks the columns of a compiled dictionary, in the order in which `build/encode.ts` writes them. */
export function readTables(bytes: Uint8Array): Tables {
  const file = new ByteReader(bytes);
  if (readMagic(file) !== magic)
    throw new TypeError(
      'These bytes are no dictionary of Ponyatno, or of another version. Are they decompressed?',
    );
  const alphabet = file.text();
  const tags = file.text().split('\n');
  const tagWeights = Float64Array.from(file.column(), (eighths) => 2 ** ((eighths - 128) / 8));
  const suffixes = readStrings(file.columnReader(), false);
  const paradigms = readParadigms(file);
  const stems = readStrings(file.columnReader(), true);
  const lexemes = readLexemes(file, stems.starts.length - 1);
  const words = readStrings(file.columnReader(), false);
  return {
    alphabet,
    tags,
    tagWeights,
    suffixes,
    ...paradigms,
    stems,
    ...lexemes,
    words,
    wordCodes: file.column(),
  };
}

function readMagic(file: ByteReader): string | undefined {
  try {
    return file.text();
  } catch {
    return undefined;
  }
}

/** Undoes front coding: each string repeats the beginning of the one before it. `reversed` turns each around. */
function readStrings(file: ByteReader, reversed: boolean): Strings {
  const count = file.number();
  const shared = file.column();
  const added = file.column();
  const starts = new Uint32Array(count + 1);
  let total = added.length - count;
  for (const length of shared) total += length;
  const letters = new Uint8Array(total);
  const current = new Uint8Array(256);
  let position = 0;
  let end = 0;
  for (let index = 0; index < count; index++) {
    let length = shared[index] ?? 0;
    for (let letter = added[position++] ?? 0; letter !== 0; letter = added[position++] ?? 0)
      current[length++] = letter;
    for (let place = 0; place < length; place++)
      letters[end + place] = current[reversed ? length - 1 - place : place] ?? 0;
    end += length;
    starts[index + 1] = end;
  }
  return { letters, starts };
}

type ParadigmTables = Pick<Tables, 'paradigmStarts' | 'formSuffixes' | 'formTags' | 'formPrefixes'>;

interface Shape {
  readonly tags: Uint16Array;
  readonly prefixes: Uint8Array;
}

function readParadigms(file: ByteReader): ParadigmTables {
  const shapes = readShapes(file.columnReader());
  const shapeIds = readNumbers(file.columnReader());
  const low = file.column();
  const high = file.column();
  const formSuffixes = new Uint16Array(low.length);
  for (let form = 0; form < low.length; form++)
    formSuffixes[form] = (low[form] ?? 0) + (high[form] ?? 0) * 256;
  const formTags = new Uint16Array(low.length);
  const formPrefixes = new Uint8Array(low.length);
  const paradigmStarts = new Uint32Array(shapeIds.length + 1);
  let start = 0;
  for (const [index, id] of shapeIds.entries()) {
    const shape = shapes[id];
    if (shape === undefined) throw new RangeError('The dictionary is damaged: a paradigm has no shape.');
    formTags.set(shape.tags, start);
    formPrefixes.set(shape.prefixes, start);
    start += shape.tags.length;
    paradigmStarts[index + 1] = start;
  }
  return { paradigmStarts, formSuffixes, formTags, formPrefixes };
}

function readShapes(file: ByteReader): Shape[] {
  const shapes: Shape[] = [];
  while (!file.atEnd) {
    const length = file.number();
    const tags = new Uint16Array(length);
    const shapePrefixes = new Uint8Array(length);
    let tag = 0;
    for (let form = 0; form < length; form++) {
      tag += file.signed();
      tags[form] = tag;
    }
    for (let form = 0; form < length; form++) shapePrefixes[form] = file.byte();
    shapes.push({ tags, prefixes: shapePrefixes });
  }
  return shapes;
}

function readNumbers(file: ByteReader): number[] {
  const numbers: number[] = [];
  while (!file.atEnd) numbers.push(file.number());
  return numbers;
}

function readLexemes(file: ByteReader, stems: number): Pick<Tables, 'lexemeStarts' | 'lexemeParadigms'> {
  const counts = file.columnReader();
  const lexemeStarts = new Uint32Array(stems + 1);
  for (let stem = 0, end = 0; stem < stems; stem++) {
    end += counts.number();
    lexemeStarts[stem + 1] = end;
  }
  const paradigms = file.columnReader();
  const lexemeParadigms = new Uint16Array(lexemeStarts[stems] ?? 0);
  for (let lexeme = 0; lexeme < lexemeParadigms.length; lexeme++)
    lexemeParadigms[lexeme] = paradigms.number();
  return { lexemeStarts, lexemeParadigms };
}
