import { availableParallelism } from 'node:os';
import { AccountProblem } from '../people/problem.ts';

/** More of one network than sign in within some seconds: then it is somebody's program. */
const mostOfNetwork = 60;

/** The longest rest between two. */
const longestRestMs = 300;

/** Whose password is looked at. */
export interface Turn {
  readonly network: string;
  /** Whether somebody has signed in to the account from that network before. */
  readonly known: boolean;
}

/**
 * Who waits for a password to be hashed, which takes memory and a processor for a tenth of a second. The networks take turns, so that
 * a flood from one keeps nobody of another waiting; within a network those who are known there come first, so that a flood of invented
 * names keeps no colleague out. While others wait, the processor rests as long as the last one took.
 */
export class HashingQueue {
  readonly #atOnce: number;
  readonly #waiting = new Map<string, { readonly known: (() => void)[]; readonly strange: (() => void)[] }>();
  readonly #later: (work: () => void, milliseconds: number) => void;
  #working = 0;

  /** @param atOnce so many at once; half of the processors are left to everybody else */
  constructor(
    atOnce = Math.max(1, Math.floor(availableParallelism() / 2)),
    later: (work: () => void, milliseconds: number) => void = setTimeout,
  ) {
    this.#atOnce = atOnce;
    this.#later = later;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws AccountProblem when too many strangers of its network wait already
   */
  async run<T>(work: () => Promise<T>, turn: Turn): Promise<T> {
    if (this.#working >= this.#atOnce) await this.#wait(turn);
    else this.#working += 1;
    const began = performance.now();
    try {
      return await work();
    } finally {
      const took = Math.min(longestRestMs, performance.now() - began);
      if (this.#waiting.size > 0) this.#later(() => this.#next(), took);
      else this.#next();
    }
  }

  async #wait({ network, known }: Turn): Promise<void> {
    const queue = this.#waiting.get(network) ?? { known: [], strange: [] };
    const line = known ? queue.known : queue.strange;
    if (line.length >= mostOfNetwork) throw crowded();
    this.#waiting.set(network, queue);
    await new Promise<void>((resolve) => line.push(resolve));
  }

  /** Gives the place to the network whose turn it is, which then stands last. */
  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#working -= 1;
      return;
    }
    const [network, queue] = first;
    const begin = queue.known.shift() ?? queue.strange.shift();
    this.#waiting.delete(network);
    if (queue.known.length + queue.strange.length > 0) this.#waiting.set(network, queue);
    begin?.();
  }
}

function crowded(): AccountProblem {
  return new AccountProblem(
    'slow-down',
    'С Вашего адреса сейчас входят слишком многие. Повторите через полминуты.',
  );
}
