import initialise from 'hunspell-wasm/wasm/hunspell.js';
import type { WordChecker } from './speller.ts';

/** The files that Hunspell needs, uncompressed. */
export interface SpellingFiles {
  /** `hunspell.wasm` of the package `hunspell-wasm`. */
  readonly wasm: Uint8Array;
  /** `index.aff` of the package `dictionary-ru`. */
  readonly aff: Uint8Array;
  /** `index.dic` of the package `dictionary-ru`. */
  readonly dic: Uint8Array;
}

/** What is used of the compiled Hunspell; the rest of it is in `hunspell.h`. */
interface HunspellModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  _malloc(size: number): number;
  _free(address: number): void;
  _Hunspell_create(aff: number, dic: number): number;
  _Hunspell_spell(handle: number, word: number): number;
  _Hunspell_suggest(handle: number, list: number, word: number): number;
  _Hunspell_free_list(handle: number, list: number, count: number): void;
}

// The declaration of the package says `any`, and nothing of the options that every program of Emscripten takes.
const start: (options: { readonly wasmBinary: Uint8Array }) => Promise<HunspellModule> = initialise;

/** No word is longer; the buffer for one is kept. */
const longestWord = 256;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Compiles Hunspell. The dictionary is read when the first word is asked about, because it takes longer than all the
 * rest and a good text has no word to ask about. The package's own class is not used: it brings `fs` along, which does
 * not go into a bundle for browsers, and allocates memory for each word.
 */
export async function loadHunspell({ wasm, aff, dic }: SpellingFiles): Promise<WordChecker> {
  const module = await start({ wasmBinary: wasm });
  let opened: OpenHunspell | undefined;
  const open = () => {
    opened ??= new OpenHunspell(module, aff, dic);
    return opened;
  };
  return { spell: (word) => open().spell(word), suggest: (word) => open().suggest(word) };
}

class OpenHunspell implements WordChecker {
  readonly #module: HunspellModule;
  readonly #handle: number;
  readonly #word: number;
  readonly #list: number;

  constructor(module: HunspellModule, aff: Uint8Array, dic: Uint8Array) {
    this.#module = module;
    this.#word = module._malloc(longestWord * 3 + 1);
    this.#list = module._malloc(4);
    module.FS.writeFile('ru.aff', aff);
    module.FS.writeFile('ru.dic', dic);
    const affPath = this.#copy('ru.aff', module._malloc(16));
    const dicPath = this.#copy('ru.dic', module._malloc(16));
    this.#handle = module._Hunspell_create(affPath, dicPath);
    for (const path of ['ru.aff', 'ru.dic']) module.FS.unlink(path);
    module._free(affPath);
    module._free(dicPath);
    if (this.#handle === 0) throw new Error('Hunspell cannot read the dictionary');
  }

  spell(word: string): boolean {
    if (word.length > longestWord) return false;
    return this.#module._Hunspell_spell(this.#handle, this.#copy(word, this.#word)) !== 0;
  }

  suggest(word: string): string[] {
    if (word.length > longestWord) return [];
    const module = this.#module;
    const count = module._Hunspell_suggest(this.#handle, this.#list, this.#copy(word, this.#word));
    if (count <= 0) return [];
    // The memory may have grown meanwhile, and its views with it.
    const first = (module.HEAPU32[this.#list >> 2] ?? 0) >> 2;
    const found = [...module.HEAPU32.subarray(first, first + count)].map((address) => this.#read(address));
    module._Hunspell_free_list(this.#handle, this.#list, count);
    return found;
  }

  /** Writes a text as C has it, with a zero at the end. */
  #copy(text: string, address: number): number {
    const memory = this.#module.HEAPU8;
    const { written } = encoder.encodeInto(text, memory.subarray(address, address + longestWord * 3));
    memory[address + written] = 0;
    return address;
  }

  #read(address: number): string {
    const memory = this.#module.HEAPU8;
    return decoder.decode(memory.subarray(address, memory.indexOf(0, address)));
  }
}
