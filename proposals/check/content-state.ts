import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dictionary } from '@ponyatno/russian';
import { checkScripts } from '#calls';
import {
  checkContent,
  type PartialContent,
  type Problem,
  type Reading,
  readFolder,
  sortProblems,
} from '#knowledge';
import { checkConsistency } from '#search';

/** The content as it is on disk, with everything that is wrong with it already. */
export interface ContentState {
  readonly reading: Reading<PartialContent>;
  readonly problems: readonly Problem[];
}

/** Everything `ponyatno check` finds. */
export function checkAll(reading: Reading<PartialContent>, dictionary: Dictionary): Problem[] {
  return sortProblems([
    ...checkContent(reading),
    ...checkScripts(reading),
    ...checkConsistency(reading, dictionary),
  ]);
}

/** Keeps the content read, and reads it anew when a file has changed: reading all of it takes a second. */
export class ContentStates {
  readonly #folder: string;
  readonly #dictionary: () => Dictionary;
  #known: { readonly stamp: string; readonly state: Promise<ContentState> } | undefined;

  constructor(folder: string, dictionary: () => Dictionary) {
    this.#folder = folder;
    this.#dictionary = dictionary;
  }

  async current(): Promise<ContentState> {
    const stamp = await this.#stamp();
    if (this.#known?.stamp !== stamp) {
      const state = readFolder(this.#folder).then((reading) => ({
        reading,
        problems: checkAll(reading, this.#dictionary()),
      }));
      this.#known = { stamp, state };
      state.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.state;
  }

  async #stamp(): Promise<string> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const stats = await Promise.all(
      files.map((file) =>
        stat(file).then(
          ({ mtimeMs, size }) => `${file} ${mtimeMs} ${size}`,
          () => file,
        ),
      ),
    );
    return stats.toSorted().join('\n');
  }
}
