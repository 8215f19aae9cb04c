import { foldWord } from '../fold.ts';
import { at, type Source } from './source.ts';

/** What the compiled file holds of probabilities. */
export interface Probabilities {
  /** One byte a tag: how likely it is against other tags of the same word, in eighths of an octave, 128 the middle. */
  readonly weights: readonly number[];
  /** Folded word → one byte a tag, in the order of the tags' numbers: half octaves below 1; the last has bit 7. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

/** The last byte of a word's row carries this bit. */
const last = 0x80;

type Row = readonly (readonly [tag: number, probability: number])[];

/** The corpus' probabilities of ambiguous words, and from them a guess for words that the corpus has not. */
export function wordCodes(source: Source, tags: readonly string[]): Probabilities {
  const rows = rowsByWord(source, tags);
  const words = new Map<string, number[]>();
  for (const [word, row] of rows) {
    words.set(
      word,
      row.map(([, probability], index) => halfOctaves(probability) | (index === row.length - 1 ? last : 0)),
    );
  }
  return { weights: fitWeights([...rows.values()], tags), words };
}

function halfOctaves(probability: number): number {
  return probability > 0 ? Math.min(15, Math.round(-2 * Math.log2(probability))) : 15;
}

/** For each word of the corpus that has several tags in the dictionary, all of them with their probabilities. */
function rowsByWord(source: Source, tags: readonly string[]): Map<string, Row> {
  const tagIds = new Map(tags.map((tag, id) => [tag, id]));
  const probabilities = new Map<string, Map<string, number>>();
  for (const [word, known] of source.probabilities) {
    const folded = foldWord(word);
    probabilities.set(folded, new Map([...(probabilities.get(folded) ?? []), ...known]));
  }
  const tagsOfWord = new Map<string, Set<string>>();
  for (const [stem, paradigm] of source.lexemes) {
    const { prefixes, suffixes, tags: formTags } = at(source.paradigms, paradigm);
    for (const [form, tag] of formTags.entries()) {
      const word = (at(prefixes, form) + stem + at(suffixes, form)).replaceAll('ё', 'е');
      if (!probabilities.has(word)) continue;
      const set = tagsOfWord.get(word) ?? new Set();
      tagsOfWord.set(word, set.add(tag));
    }
  }
  const rows = new Map<string, Row>();
  for (const [word, set] of tagsOfWord) {
    if (set.size < 2) continue;
    const known = probabilities.get(word);
    const row = [...set].map((tag): [number, number] => [
      tagIds.get(tag) ?? 0,
      isWrittenWithFullStop(tag) ? 0 : (known?.get(tag) ?? 0),
    ]);
    rows.set(
      word,
      row.sort((a, b) => a[0] - b[0]),
    );
  }
  return rows;
}

/** «им.» (имени) is told by its full stop; the corpus has it without, and more often than the pronoun «им». */
function isWrittenWithFullStop(tag: string): boolean {
  return tag.split(' ')[1]?.includes('Abbr') ?? false;
}

const iterations = 300;
const learningRate = 0.5;
const decay = 2e-5;

/**
 * A log-linear model: the weight of a tag is the sum of the weights of its features, fitted by gradient ascent with
 * AdaGrad, so that among the tags of one word the shares come out as in the corpus.
 */
function fitWeights(rows: readonly Row[], tags: readonly string[]): number[] {
  const names = new Map<string, number>();
  const features = tags.map((tag) =>
    featuresOf(tag).map((name) => {
      const id = names.get(name) ?? names.size;
      names.set(name, id);
      return id;
    }),
  );
  const weights = new Float64Array(names.size);
  const squares = new Float64Array(names.size).fill(1e-6);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const scores = features.map((ids) => sum(ids, weights));
    const gradient = gradientOf(rows, scores, features, names.size);
    for (const [id, slope] of gradient.entries()) {
      const step = slope / rows.length - decay * at(weights, id);
      squares[id] = at(squares, id) + step * step;
      weights[id] = at(weights, id) + (learningRate * step) / Math.sqrt(at(squares, id));
    }
  }
  return features.map((ids) => {
    const eighths = Math.round((sum(ids, weights) / Math.LN2) * 8);
    return Math.max(0, Math.min(255, 128 + eighths));
  });
}

function sum(ids: readonly number[], weights: Float64Array): number {
  let total = 0;
  for (const id of ids) total += at(weights, id);
  return total;
}

function gradientOf(
  rows: readonly Row[],
  scores: readonly number[],
  features: readonly (readonly number[])[],
  size: number,
): Float64Array {
  const gradient = new Float64Array(size);
  for (const row of rows) {
    const likelihoods = row.map(([tag]) => Math.exp(at(scores, tag)));
    const all = likelihoods.reduce((a, b) => a + b, 0);
    const given = row.reduce((total, [, probability]) => total + probability, 0) || 1;
    for (const [index, [tag, probability]] of row.entries()) {
      const error = probability / given - at(likelihoods, index) / all;
      for (const id of at(features, tag)) gradient[id] = at(gradient, id) + error;
    }
  }
  return gradient;
}

/** The tag itself, its grammemes, and the pairs of part of speech with the rest. */
function featuresOf(tag: string): string[] {
  const grammemes = tag.split(/[ ,]/);
  const [partOfSpeech, ...rest] = grammemes;
  const inflection = tag.split(' ')[1] ?? '';
  return [
    `tag ${tag}`,
    `inflection ${inflection}`,
    ...grammemes,
    ...rest.map((name) => `${partOfSpeech} ${name}`),
  ];
}
