import type { Readability } from './types.ts';

/** What the formulas count. */
interface Counts {
  words: number;
  sentences: number;
  letters: number;
  syllables: number;
  /** Words of more than four syllables. */
  long: number;
}

/** Five readability formulas with constants fitted to Russian; each gives a school grade. */
const formulas: readonly ((counts: Counts) => number)[] = [
  // Flesch–Kincaid
  (c) => 0.318 * (c.words / c.sentences) + 14.2 * (c.syllables / c.words) - 30.5,
  // Coleman–Liau
  (c) => 0.055 * ((100 * c.letters) / c.words) - 0.35 * ((100 * c.sentences) / c.words) - 20.33,
  // SMOG
  (c) => 1.1 * Math.sqrt((64.6 * c.long) / c.sentences) + 0.05,
  // Dale–Chall
  (c) => 0.552 * ((100 * c.long) / c.words) + 0.273 * (c.words / c.sentences),
  // ARI
  (c) => 6.26 * (c.letters / c.words) + 0.2805 * (c.words / c.sentences) - 31.04,
];

/** The error of the formulas themselves on graded texts, in school grades. */
const formulaError = 2.2;

const vowels = new Set('аеёиоуыэюя');
const letter = /\p{L}/u;
const apart = /[\u0300-\u036f]/;

/** Syllables of a word: its vowels. */
export function countSyllables(word: string): number {
  let count = 0;
  for (const sign of composed(word).toLowerCase()) if (vowels.has(sign)) count++;
  return count;
}

function countLetters(word: string): number {
  let count = 0;
  for (const sign of composed(word)) if ((sign >= 'а' && sign <= 'я') || letter.test(sign)) count++;
  return count;
}

/** «й» and «ё» as one letter each. */
function composed(word: string): string {
  return apart.test(word) ? word.normalize('NFC') : word;
}

/** Counts for the formulas. A sentence is the list of its words. */
export function measure(sentences: readonly (readonly string[])[]): Counts {
  const counts: Counts = { words: 0, sentences: 0, letters: 0, syllables: 0, long: 0 };
  for (const sentence of sentences) {
    if (sentence.length === 0) continue;
    counts.sentences++;
    for (const word of sentence) {
      const syllables = countSyllables(word);
      counts.words++;
      counts.letters += countLetters(word);
      counts.syllables += syllables;
      if (syllables > 4) counts.long++;
    }
  }
  return counts;
}

/**
 * The consensus grade with its error bar: the formulas' own error, and how much the grade would move if other sentences
 * of the same author had been read (jackknife). No score is made of it: a score rewards leaving facts out.
 */
export function readability(sentences: readonly (readonly string[])[]): Readability {
  const parts = sentences.map((sentence) => measure([sentence])).filter((part) => part.words > 0);
  const total = parts.reduce(add, measure([]));
  if (total.words === 0) {
    return { grade: null, error: null, words: 0, sentences: 0, wordsPerSentence: 0, longWords: 0 };
  }
  return {
    grade: round(Math.max(1, consensus(total))),
    error: round(Math.hypot(formulaError, samplingError(total, parts))),
    words: total.words,
    sentences: total.sentences,
    wordsPerSentence: round(total.words / total.sentences),
    longWords: Math.round((1000 * total.long) / total.words) / 1000,
  };
}

function consensus(counts: Counts): number {
  return formulas.reduce((sum, formula) => sum + formula(counts), 0) / formulas.length;
}

function samplingError(total: Counts, parts: readonly Counts[]): number {
  // One sentence says nothing about the spread: take the error of the formulas once more.
  if (parts.length < 2) return formulaError;
  const without = parts.map((part) => consensus(subtract(total, part)));
  const mean = without.reduce((sum, grade) => sum + grade, 0) / without.length;
  const variance = without.reduce((sum, grade) => sum + (grade - mean) ** 2, 0);
  return Math.sqrt(((without.length - 1) / without.length) * variance);
}

function add(one: Counts, two: Counts): Counts {
  return {
    words: one.words + two.words,
    sentences: one.sentences + two.sentences,
    letters: one.letters + two.letters,
    syllables: one.syllables + two.syllables,
    long: one.long + two.long,
  };
}

function subtract(total: Counts, part: Counts): Counts {
  return {
    words: total.words - part.words,
    sentences: total.sentences - part.sentences,
    letters: total.letters - part.letters,
    syllables: total.syllables - part.syllables,
    long: total.long - part.long,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
