import type { Answer, SearchOptions } from '#search';
import { audienceOfPage } from '../audience.ts';
import type { LocalReply, LocalRequest } from './messages.ts';

/** Longer than any answer takes: the worker is stuck, the server is asked instead. */
const patienceMs = 1_000;

/** Search in this browser: every key is answered here, with or without a connection. */
export interface LocalSearch {
  /** When what it answers from was published; undefined until it can answer. */
  readonly publishedAt: Date | undefined;
  /** Resolves when it is known whether it can answer. */
  readonly settled: Promise<void>;
  /** Undefined when the server must be asked instead. */
  ask(query: string, options: SearchOptions): Promise<Answer | undefined>;
}

let local: LocalSearch | undefined;

/** The one local search of this page; its worker starts with the first call. */
export function localSearch(): LocalSearch {
  local ??= start();
  return local;
}

function start(): LocalSearch {
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  const state: { publishedAt: Date | undefined } = { publishedAt: undefined };
  const settled = Promise.withResolvers<void>();
  let lastId = 0;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: audienceOfPage(),
  });
  worker.addEventListener('message', ({ data }: MessageEvent<LocalReply>) => hear(data));
  worker.addEventListener('error', giveUp);

  function hear(reply: LocalReply): void {
    if (reply.kind === 'ready') state.publishedAt = new Date(reply.publishedAt);
    if (reply.kind === 'ready' || reply.kind === 'unavailable') settled.resolve();
    else settle(reply.id, reply.kind === 'answer' ? reply.answer : undefined);
  }

  function settle(id: number, answer: Answer | undefined): void {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  }

  function giveUp(): void {
    state.publishedAt = undefined;
    settled.resolve();
    for (const id of [...waiting.keys()]) settle(id, undefined);
  }

  return {
    get publishedAt() {
      return state.publishedAt;
    },
    settled: settled.promise,
    ask(query, options) {
      if (state.publishedAt === undefined) return Promise.resolve(undefined);
      const id = ++lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(settle, patienceMs, id, undefined);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        worker.postMessage({ kind: 'ask', id, query, options } satisfies LocalRequest);
      });
    },
  };
}
