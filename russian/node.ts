import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { loadDictionary } from './dictionary.ts';
import { createTagger, type Tagger } from './tagger/tagger.ts';
import type { Dictionary } from './types.ts';

/** The compiled dictionary, compressed with brotli: what a server sends to browsers as it is. */
export const dictionaryFile = new URL('./data/opencorpora.dict.br', import.meta.url);

/** The weights of the tagger, compressed with brotli. */
export const taggerFile = new URL('./data/tagger.bin.br', import.meta.url);

let dictionary: Dictionary | undefined;
let tagger: Tagger | undefined;

/** The dictionary that ships with the package, loaded on the first call. */
export function openDictionary(): Dictionary {
  dictionary ??= loadDictionary(brotliDecompressSync(readFileSync(dictionaryFile)));
  return dictionary;
}

/** The tagger that ships with the package, on the dictionary that ships with it. */
export function openTagger(): Tagger {
  tagger ??= createTagger(brotliDecompressSync(readFileSync(taggerFile)), openDictionary());
  return tagger;
}
