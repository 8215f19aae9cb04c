import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { createLinter, type LinterOptions, type LintResult } from '@ponyatno/lint-rules';
import { createTagger, type Dictionary, loadDictionary, type Tagger } from '@ponyatno/russian';

let tools: { dictionary: Dictionary; tagger: Tagger } | undefined;

/** Lints an example while the site is built. The data are read by their path: a bundle has no files beside it. */
export function lintExample(
  text: string,
  options: Omit<LinterOptions, 'dictionary' | 'tagger'>,
): LintResult['messages'] {
  tools ??= open();
  return createLinter({ ...tools, ...options }).lint(text).messages;
}

function open(): { dictionary: Dictionary; tagger: Tagger } {
  const dictionary = loadDictionary(unpacked('opencorpora.dict.br'));
  return { dictionary, tagger: createTagger(unpacked('tagger.bin.br'), dictionary) };
}

function unpacked(name: string): Uint8Array {
  return brotliDecompressSync(readFileSync(resolve('russian/data', name)));
}
