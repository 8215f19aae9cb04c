import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { createLinter, type LinterOptions, type LintResult } from '@ponyatno/lint-rules';
import { loadSpeller } from '@ponyatno/lint-rules/browser';
import { createTagger, type Dictionary, loadDictionary, type Tagger } from '@ponyatno/russian';

let tools: { dictionary: Dictionary; tagger: Tagger } | undefined;

/** Lints an example while the site is built. The data are read by their path: a bundle has no files beside it. */
export function lintExample(
  text: string,
  options: Omit<LinterOptions, 'dictionary' | 'tagger' | 'speller'>,
): LintResult['messages'] {
  tools ??= open();
  return createLinter({ ...tools, speller, ...options }).lint(text).messages;
}

function open(): { dictionary: Dictionary; tagger: Tagger } {
  const dictionary = loadDictionary(unpacked('opencorpora.dict.br'));
  return { dictionary, tagger: createTagger(unpacked('tagger.bin.br'), dictionary) };
}

function unpacked(name: string): Uint8Array {
  return brotliDecompressSync(readFileSync(resolve('russian/data', name)));
}

/** The spelling dictionary lies in packages, found from the checkout for the same reason. */
const speller = await openSpeller();

function openSpeller() {
  const { resolve: find } = createRequire(resolve('package.json'));
  const words = find('dictionary-ru');
  return loadSpeller({
    wasm: readFileSync(find('hunspell-wasm/wasm/hunspell.wasm')),
    aff: readFileSync(resolve(words, '../index.aff')),
    dic: readFileSync(resolve(words, '../index.dic')),
  });
}
