import type { Answer, SearchOptions } from '../types.ts';
import type { Request } from './protocol.ts';

/** Search cannot answer now. The message is for the person who asked. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** A question that somebody waits for. */
interface Waiting {
  readonly request: Extract<Request, { kind: 'ask' }>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
  /** How many workers it was given to. */
  tries: number;
}

/** A worker that dies twice over one question dies of it. */
const mostTries = 2;

/** The questions that wait for an answer: at most so many, none longer than its time. */
export class WaitingRoom {
  readonly #waiting = new Map<number, Waiting>();
  readonly #most: number;
  readonly #patienceMs: number;
  #lastId = 0;

  constructor(most: number, patienceMs: number) {
    this.#most = most;
    this.#patienceMs = patienceMs;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Takes a question in; `send` gives it to the worker, unless there is none yet. */
  enter(query: string, options: SearchOptions, send: (request: Request) => boolean): Promise<Answer> {
    if (this.#waiting.size >= this.#most)
      return Promise.reject(new SearchUnavailable('Слишком много запросов сразу. Повторите через секунду.'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new SearchUnavailable('Поиск не успел ответить. Повторите запрос.'));
      }, this.#patienceMs);
      const request = { kind: 'ask', id, query, options, until: Date.now() + this.#patienceMs } as const;
      const waiting: Waiting = { request, resolve, reject, timer, tries: 0 };
      this.#waiting.set(id, waiting);
      if (send(request)) waiting.tries++;
    });
  }

  answer(id: number, answer: Answer): void {
    this.#leave(id)?.resolve(answer);
  }

  fail(id: number, message: string): void {
    this.#leave(id)?.reject(new Error(message));
  }

  /** Gives every question that waits to a new worker, but none to a third. */
  askAgain(send: (request: Request) => boolean): void {
    for (const [id, waiting] of [...this.#waiting]) {
      if (waiting.tries >= mostTries)
        this.#leave(id)?.reject(
          new SearchUnavailable('Поиск не смог ответить на этот запрос. Измените его.'),
        );
      else if (send(waiting.request)) waiting.tries++;
    }
  }

  /** Sends everybody away. */
  close(message: string): void {
    for (const id of [...this.#waiting.keys()]) this.#leave(id)?.reject(new SearchUnavailable(message));
  }

  #leave(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return undefined;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }
}
