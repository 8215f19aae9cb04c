import { loadHunspell, type SpellingFiles } from './rules/spelling/engine/hunspell.ts';
import { remembering, type Speller } from './rules/spelling/engine/speller.ts';

export type { SpellingFiles } from './rules/spelling/engine/hunspell.ts';
export type { Speller } from './rules/spelling/engine/speller.ts';

/**
 * Prepares the spelling dictionary in a browser worker, out of files that the page's own server gives. Needs the
 * optional package `hunspell-wasm`.
 */
export async function loadSpeller(files: SpellingFiles): Promise<Speller> {
  return remembering(await loadHunspell(files));
}
