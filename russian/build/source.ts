import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { visitKeys } from './dawg.ts';

/** A paradigm of the source: what each form puts before and after the stem, and its tag. */
export interface SourceParadigm {
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly tags: readonly string[];
}

/** What `az` ships: OpenCorpora in the tables of pymorphy2. */
export interface Source {
  readonly paradigms: readonly SourceParadigm[];
  /** One row a lexeme: its stem and the number of its paradigm. */
  readonly lexemes: readonly (readonly [stem: string, paradigm: number])[];
  /** Folded word → tag → how often the corpus has that tag for the word, 0…1. */
  readonly probabilities: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The prefixes of comparatives and superlatives, fixed in pymorphy2's compile options. */
const paradigmPrefixes = ['', 'по', 'наи'];

/** Separates the word from the payload in the keys of `words.dawg`. */
const separator = 1;

/** The folder with the dictionaries of `az`, or undefined when the package is not installed. */
export function sourceFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('az/package.json')), 'dicts');
  } catch {
    return undefined;
  }
}

/** Reads the dictionary that `az` ships: its data, not its code. */
export function readSource(folder: string): Source {
  const paradigms = readParadigms(folder);
  return { paradigms, lexemes: readLexemes(folder, paradigms), probabilities: readProbabilities(folder) };
}

function readParadigms(folder: string): SourceParadigm[] {
  const suffixes = readStrings(join(folder, 'suffixes.json'));
  const tags = readStrings(join(folder, 'gramtab-opencorpora-int.json'));
  const bytes = readFileSync(join(folder, 'paradigms.array'));
  const numbers = Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16LE(index * 2));
  const paradigms: SourceParadigm[] = [];
  for (let position = 1; paradigms.length < at(numbers, 0); ) {
    const size = at(numbers, position);
    const row = numbers.slice(position + 1, position + 1 + size);
    const forms = size / 3;
    paradigms.push({
      suffixes: row.slice(0, forms).map((id) => at(suffixes, id)),
      tags: row.slice(forms, forms * 2).map((id) => at(tags, id)),
      prefixes: row.slice(forms * 2).map((id) => at(paradigmPrefixes, id)),
    });
    position += 1 + size;
  }
  return paradigms;
}

/** The graph lists every form; the first form of a paradigm names the lexeme, the others follow from it. */
function readLexemes(folder: string, paradigms: readonly SourceParadigm[]): [string, number][] {
  const cp1251 = new TextDecoder('windows-1251');
  const lexemes: [string, number][] = [];
  let forms = 0;
  let expected = 0;
  visitKeys(readFileSync(join(folder, 'words.dawg')), (key) => {
    const end = key.indexOf(separator);
    const form = sevenBitNumber(key, end + 3);
    forms++;
    if (form !== 0) return;
    const paradigm = sevenBitNumber(key, end + 1);
    const { prefixes, suffixes } = at(paradigms, paradigm);
    const word = cp1251.decode(key.subarray(0, end));
    lexemes.push([word.slice(at(prefixes, 0).length, word.length - at(suffixes, 0).length), paradigm]);
    expected += suffixes.length;
  });
  if (forms !== expected)
    throw new Error(`The source lists ${forms} forms, its lexemes have ${expected}: it is not what it was.`);
  return lexemes;
}

/** `az` stores payloads seven bits a byte, so that no byte of a key is zero. */
function sevenBitNumber(bytes: Uint8Array, position: number): number {
  return ((at(bytes, position) ^ 1) << 6) + (at(bytes, position + 1) >> 1);
}

function readProbabilities(folder: string): Map<string, Map<string, number>> {
  const cp1251 = new TextDecoder('windows-1251');
  const words = new Map<string, Map<string, number>>();
  visitKeys(readFileSync(join(folder, 'p_t_given_w.intdawg')), (key, value) => {
    const text = cp1251.decode(key);
    const colon = text.indexOf(':');
    const word = text.slice(0, colon);
    const tags = words.get(word) ?? new Map<string, number>();
    words.set(word, tags.set(text.slice(colon + 1), value / 1_000_000));
  });
  return words;
}

function readStrings(path: string): string[] {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Error(`${path} is not a list of strings.`);
}

/** The item at an index that must exist. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`No item ${index} in a list of ${list.length}.`);
  return item;
}
