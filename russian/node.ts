import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { loadDictionary } from './dictionary.ts';
import type { Dictionary } from './types.ts';

/** The compiled dictionary, compressed with brotli: what a server sends to browsers as it is. */
export const dictionaryFile = new URL('./data/opencorpora.dict.br', import.meta.url);

let dictionary: Dictionary | undefined;

/** The dictionary that ships with the package, loaded on the first call. */
export function openDictionary(): Dictionary {
  dictionary ??= loadDictionary(brotliDecompressSync(readFileSync(dictionaryFile)));
  return dictionary;
}
