import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const fileSchema = z.record(z.string(), z.strictObject({ url: z.string() }));

/**
 * Which proposals the forge has taken, and where they are looked at. Losing it does no harm: a proposal that is sent again
 * gives the same request.
 */
export class SentProposals {
  readonly #path: string;
  #known: Promise<Map<string, { url: string }>> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Where a branch is looked at; undefined while the forge has not taken it. */
  async of(branch: string): Promise<{ url: string } | undefined> {
    return (await this.#read()).get(branch);
  }

  async add(branch: string, url: string): Promise<void> {
    const known = await this.#read();
    known.set(branch, { url });
    this.#writing = this.#writing.then(() => this.#write(known));
    await this.#writing;
  }

  #read(): Promise<Map<string, { url: string }>> {
    this.#known ??= readFile(this.#path, 'utf8')
      .then((text) => new Map(Object.entries(fileSchema.parse(JSON.parse(text)))))
      .catch(() => new Map());
    return this.#known;
  }

  async #write(known: ReadonlyMap<string, { url: string }>): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    await writeFile(temporary, JSON.stringify(Object.fromEntries(known), undefined, 2));
    await rename(temporary, this.#path);
  }
}
