import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { createLinter, type LinterOptions, type LintResult } from '@ponyatno/lint-rules';
import { type Dictionary, loadDictionary } from '@ponyatno/russian';

let dictionary: Dictionary | undefined;

/** Lints an example while the site is built. The dictionary is read by its path: a bundle has no files beside it. */
export function lintExample(
  text: string,
  options: Omit<LinterOptions, 'dictionary'>,
): LintResult['messages'] {
  dictionary ??= loadDictionary(
    brotliDecompressSync(readFileSync(resolve('russian/data/opencorpora.dict.br'))),
  );
  return createLinter({ dictionary, ...options }).lint(text).messages;
}
