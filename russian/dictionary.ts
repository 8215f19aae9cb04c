import type { Analysis } from './analysis.ts';
import { cleanWord, foldWord } from './fold.ts';
import { Guesser } from './guess.ts';
import { formsOf, inflected } from './inflection.ts';
import { Lexicon } from './lexicon.ts';
import { Lookup } from './lookup.ts';
import { readTables } from './tables.ts';
import type { Dictionary } from './types.ts';
import { UnknownWords } from './unknown.ts';

/** Texts repeat their words: so many analyses are remembered, then forgotten all at once. */
const cacheSize = 20_000;

/**
 * Opens a compiled dictionary. `bytes` are the decompressed file; a browser gets them so by itself when the server
 * sends the file with `Content-Encoding: br`.
 */
export function loadDictionary(bytes: Uint8Array): Dictionary {
  const lookup = new Lookup(new Lexicon(readTables(bytes)));
  const unknownWords = new UnknownWords(lookup, new Guesser(lookup));
  const cache = new Map<string, readonly Analysis[]>();

  function parse(word: string): readonly Analysis[] {
    const remembered = cache.get(word);
    if (remembered !== undefined) return remembered;
    const clean = cleanWord(word);
    const found = lookup.analyse(clean);
    const analyses = found.length > 0 ? found : unknownWords.analyse(word, clean);
    if (cache.size >= cacheSize) cache.clear();
    cache.set(word, analyses);
    return analyses;
  }

  return {
    parse,
    has: (word) => lookup.lexicon.find(foldWord(word)).length > 0,
    lemmas: (word) => [...new Set(parse(word).map(({ lemma }) => lemma))],
    forms: (analysis) => formsOf(lookup, analysis),
    inflect: (analysis, wanted, partOfSpeech) => inflected(lookup, analysis, wanted, partOfSpeech),
  };
}
