import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What the process of an engine is told. Times are in milliseconds, sizes in bytes. */
export type Task =
  | { readonly kind: 'build'; readonly engine: string; readonly pages: string; readonly folder: string }
  | { readonly kind: 'open'; readonly engine: string; readonly folder: string }
  | { readonly kind: 'ask'; readonly query: string; readonly facets: boolean };

/** How the files were opened, with a first answer. */
export interface Opened {
  readonly milliseconds: number;
  /** What the process holds in memory then. */
  readonly memory: number;
}

/** How a query was answered. */
export interface Asked {
  readonly milliseconds: number;
  /** Of all threads of the process. */
  readonly cpu: number;
  readonly hits: number;
}

/** One engine in a process of its own: no other engine warms or burdens its memory. */
export class EngineProcess {
  readonly #engine: string;
  readonly #child: ChildProcess;

  constructor(engine: string) {
    this.#engine = engine;
    this.#child = fork(new URL('process.ts', import.meta.url), {
      execArgv: ['--expose-gc', '--max-old-space-size=6144', '--no-warnings'],
    });
  }

  /** Builds the index of the pages in a file into a folder; how long that took. */
  build(pages: string, folder: string): Promise<number> {
    return this.#do({ kind: 'build', engine: this.#engine, pages, folder });
  }

  open(folder: string): Promise<Opened> {
    return this.#do({ kind: 'open', engine: this.#engine, folder });
  }

  ask(query: string, facets: boolean): Promise<Asked> {
    return this.#do({ kind: 'ask', query, facets });
  }

  close(): void {
    this.#child.kill();
  }

  async #do<Outcome>(task: Task): Promise<Outcome> {
    this.#child.send(task);
    const ended = new AbortController();
    const failed = once(this.#child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`${this.#engine} ended with ${code}`);
    });
    try {
      const [outcome] = await Promise.race([once(this.#child, 'message', { signal: ended.signal }), failed]);
      return outcome as Outcome;
    } finally {
      ended.abort();
      failed.catch(() => undefined);
    }
  }
}
