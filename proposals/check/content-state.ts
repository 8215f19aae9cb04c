import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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
export async function checkAll(reading: Reading<PartialContent>, dictionary: Dictionary): Promise<Problem[]> {
  const problems: Problem[] = [];
  const checks = [checkContent, checkScripts, (all: typeof reading) => checkConsistency(all, dictionary)];
  for (const check of checks) {
    // Each takes a tenth of a second: whoever waits for a page or an answer comes in between.
    await setImmediate();
    problems.push(...check(reading));
  }
  return sortProblems(problems);
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
      const state = this.#read();
      this.#known = { stamp, state };
      state.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.state;
  }

  async #read(): Promise<ContentState> {
    const reading = await readFolder(this.#folder);
    return { reading, problems: await checkAll(reading, this.#dictionary()) };
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
