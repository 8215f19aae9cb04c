import type { ServerResponse } from 'node:http';
import { Refusal } from './answer.ts';

/** Who has so many waiting asks for more than anybody reads. */
const mostWaiting = 100;

/** The longest pause after a request before the next one of a queue. */
const longestPauseMs = 500;

interface Queue {
  working: number;
  readonly waiting: (() => void)[];
}

/**
 * Works on so many requests of each at once, the others of the same one wait: whoever asks for much waits behind what he or she has
 * asked for, and not before everybody else in the queues of search, disk and processor. Between two of a queue the server rests as
 * long as the last one took: who keeps it busy leaves half of it to the others, and more when it is slow.
 */
export class Turns {
  readonly #queues = new Map<string, Queue>();
  readonly #later: (work: () => void, milliseconds: number) => void;

  constructor(later: (work: () => void, milliseconds: number) => void = setTimeout) {
    this.#later = later;
  }

  /**
   * Resolves when it is the request's turn, which lasts until the answer is sent or nobody waits for it any more.
   *
   * @throws Refusal 429
   */
  async take(who: string, atOnce: number, response: ServerResponse): Promise<void> {
    const queue = this.#queues.get(who) ?? { working: 0, waiting: [] };
    this.#queues.set(who, queue);
    if (queue.working >= atOnce) await this.#wait(queue, response);
    else queue.working += 1;
    const began = performance.now();
    let left = false;
    const leave = () => {
      if (!left) this.#leave(who, queue, performance.now() - began);
      left = true;
    };
    response.once('close', leave);
    // It was closed in the moment in which its turn came, and will not say so again.
    if (response.closed) leave();
  }

  /** Resolves when another one has left its place to this one. */
  async #wait({ waiting }: Queue, response: ServerResponse): Promise<void> {
    if (waiting.length >= mostWaiting)
      throw new Refusal(429, 'too-many', 'Слишком много запросов сразу. Дождитесь ответов и повторите.', {
        'Retry-After': '5',
      });
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      response.once('close', () => {
        const place = waiting.indexOf(resolve);
        if (place >= 0) waiting.splice(place, 1);
      });
    });
  }

  #leave(who: string, queue: Queue, tookMs: number): void {
    if (queue.waiting.length > 0) this.#later(() => this.#pass(who, queue), Math.min(tookMs, longestPauseMs));
    else this.#pass(who, queue);
  }

  /** Passes a place on, or gives it up. */
  #pass(who: string, queue: Queue): void {
    const next = queue.waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    queue.working -= 1;
    if (queue.working === 0) this.#queues.delete(who);
  }
}
