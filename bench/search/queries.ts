import { type Corpus, seeded } from './corpus.ts';

/** A class of queries that are timed together. */
export interface QueryClass {
  readonly name: string;
  readonly queries: readonly string[];
  /** With the counts by kind and function, as the search box asks. */
  readonly facets: boolean;
}

const letters = 'абвгдежзиклмнопрстуфхцчшщыэюя';

/** Queries about the pages of a corpus: one word, three words, an unfinished word, a slip, every keystroke. */
export function makeQueries(corpus: Corpus, count: number): QueryClass[] {
  const random = seeded(count);
  const words = (many: number) => {
    const page = corpus.pages[Math.floor(random() * corpus.pages.length)];
    return page === undefined ? [] : corpus.wordsOf(page, many);
  };
  const several = (make: () => string) => Array.from({ length: count }, make);
  const typed = several(() => words(3).join(' '));
  return [
    { name: 'one word', queries: several(() => words(1).join(' ')), facets: false },
    { name: 'three words', queries: typed, facets: false },
    { name: 'unfinished word', queries: several(() => unfinished(words(1), random)), facets: false },
    { name: 'one slip', queries: several(() => slipped(words(3), random)), facets: false },
    { name: 'keystroke, facets', queries: typed.slice(0, count / 5).flatMap(keystrokes), facets: true },
  ];
}

function unfinished([word = '']: readonly string[], random: () => number): string {
  return word.slice(0, 3 + Math.floor(random() * Math.max(1, word.length - 4)));
}

function slipped(words: readonly string[], random: () => number): string {
  const [first = '', ...rest] = words;
  const place = 1 + Math.floor(random() * Math.max(1, first.length - 2));
  const letter = letters.charAt(Math.floor(random() * letters.length));
  return [first.slice(0, place) + letter + first.slice(place + 1), ...rest].join(' ');
}

function keystrokes(query: string): string[] {
  return Array.from({ length: Math.max(0, query.length - 1) }, (_, length) => query.slice(0, length + 2));
}
