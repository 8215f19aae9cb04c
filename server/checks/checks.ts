import { Worker } from 'node:worker_threads';
import { type CheckedPage, ProposalError, type ProposalsChecker } from '#proposals';
import type { Reply, Wish } from './protocol.ts';

/** The longest page there is takes a tenth of it. */
const patienceMs = 30_000;
/** Nobody has changed a page for so long: the memory of the thread is given back. */
const idleMs = 10 * 60 * 1000;

interface Waiting {
  resolve(checked: CheckedPage | undefined): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/** Checks of pages, away from the thread that answers everybody. */
export class Checks implements ProposalsChecker {
  readonly #contentFolder: string;
  readonly #patienceMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(contentFolder: string, patience = patienceMs) {
    this.#contentFolder = contentFolder;
    this.#patienceMs = patience;
  }

  /** @throws ProposalError as a check in this thread would, and when it takes too long */
  async check(file: string, text: string): Promise<CheckedPage> {
    const checked = await this.#ask({ file, text });
    if (checked === undefined) throw new Error('A page was asked for, and none was checked.');
    return checked;
  }

  async warm(): Promise<void> {
    await this.#ask();
  }

  async close(): Promise<void> {
    await this.#end(tooLong());
  }

  #ask(page?: Wish['page']): Promise<CheckedPage | undefined> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      // A thread that is busy cannot be asked to stop: it is ended, and with it what waits behind it.
      const timer = setTimeout(() => this.#end(tooLong()), this.#patienceMs);
      this.#waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, ...(page === undefined ? {} : { page }) } satisfies Wish);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('thread.ts', import.meta.url), {
      workerData: { contentFolder: this.#contentFolder },
    });
    worker.unref();
    worker.on('message', (reply: Reply) => this.#hear(reply));
    worker.on('error', (error) => console.error('The thread that checks pages has ended:', error));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#end(tooLong());
    });
    this.#worker = worker;
    return worker;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.id);
    clearTimeout(waiting.timer);
    if (reply.kind === 'checked') waiting.resolve(reply.checked);
    else if (reply.kind === 'failed') waiting.reject(new Error(reply.message));
    else waiting.reject(new ProposalError(reply.code, reply.message, { problems: reply.problems }));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.#end(tooLong()), idleMs);
    this.#idle.unref();
  }

  async #end(reason: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    clearTimeout(this.#idle);
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.#waiting.clear();
    await worker?.terminate();
  }
}

function tooLong(): ProposalError {
  return new ProposalError(
    'too-long',
    'Проверить страницу не удалось: на это ушло слишком много времени. Повторите через минуту; если не поможет, сократите страницу. Ваш текст останется в этом браузере.',
  );
}
