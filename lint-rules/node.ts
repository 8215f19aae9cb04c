import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { loadSpeller } from './browser.ts';
import type { Speller } from './rules/spelling/engine/speller.ts';

export type { Speller } from './rules/spelling/engine/speller.ts';

/** Where the files of the spelling dictionary are: what a server sends to browsers. */
export interface SpellingFileUrls {
  readonly wasm: URL;
  readonly aff: URL;
  readonly dic: URL;
}

/** Finds the files in the optional packages `hunspell-wasm` and `dictionary-ru`; throws when these are not installed. */
export function spellingFiles(): SpellingFileUrls {
  const { resolve } = createRequire(import.meta.url);
  const dictionary = pathToFileURL(resolve('dictionary-ru'));
  return {
    wasm: pathToFileURL(resolve('hunspell-wasm/wasm/hunspell.wasm')),
    aff: new URL('index.aff', dictionary),
    dic: new URL('index.dic', dictionary),
  };
}

let speller: Promise<Speller> | undefined;

/** The Russian spelling dictionary, prepared on the first call. Needs `hunspell-wasm` and `dictionary-ru`. */
export function openSpeller(): Promise<Speller> {
  speller ??= open();
  return speller;
}

async function open(): Promise<Speller> {
  const { wasm, aff, dic } = spellingFiles();
  const [program, affixes, words] = await Promise.all([readFile(wasm), readFile(aff), readFile(dic)]);
  return loadSpeller({ wasm: program, aff: affixes, dic: words });
}
