import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ForgeRequest } from './forge/forge.ts';

const sentSchema = z.strictObject({
  url: z.string(),
  state: z.enum(['open', 'merged', 'closed']).default('open'),
  /** When it was first seen to be no longer open, ISO 8601. */
  ended: z.string().optional(),
});
/** A proposal that the forge has taken, as it was when the forge was asked last. */
export type SentProposal = z.infer<typeof sentSchema>;

const fileSchema = z.record(z.string(), sentSchema);

/**
 * Which proposals the forge has taken, and where they are looked at. Losing it does no harm: a proposal that is sent again
 * gives the same request.
 */
export class SentProposals {
  readonly #path: string;
  #known: Promise<Map<string, SentProposal>> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Where a branch is looked at, and what came of it; undefined while the forge has not taken it. */
  async of(branch: string): Promise<SentProposal | undefined> {
    return (await this.#read()).get(branch);
  }

  /** Writes down what the forge says of a branch. */
  async add(branch: string, { url, state }: ForgeRequest): Promise<void> {
    const known = await this.#read();
    const before = known.get(branch);
    if (before?.url === url && before.state === state) return;
    const ended = state === 'open' ? {} : { ended: new Date().toISOString() };
    known.set(branch, { url, state, ...ended });
    this.#writing = this.#writing.then(() => this.#write(known));
    await this.#writing;
  }

  #read(): Promise<Map<string, SentProposal>> {
    this.#known ??= readFile(this.#path, 'utf8')
      .then((text) => new Map(Object.entries(fileSchema.parse(JSON.parse(text)))))
      .catch(() => new Map());
    return this.#known;
  }

  async #write(known: ReadonlyMap<string, SentProposal>): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    await writeFile(temporary, JSON.stringify(Object.fromEntries(known), undefined, 2));
    await rename(temporary, this.#path);
  }
}
