import { Worker } from 'node:worker_threads';
import { counted } from '#knowledge';
import type { MeilisearchState } from '../meilisearch/engine.ts';
import type { Answer, SearchOptions } from '../types.ts';
import type { Publication, Reply, Request, WorkerSettings } from './protocol.ts';
import { WaitingRoom } from './waiting.ts';

/**
 * The server is started with little space for short-lived objects (`cli/ponyatno.js`); answering 250 questions a second takes
 * more: with 4 MB the slowest twentieth waited 63 ms, with this 18 (bench/search-http.ts).
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/** How many questions may wait, and how long things may take. */
export interface Limits {
  readonly mostWaiting: number;
  readonly patienceMs: number;
  /** Units change several pages one after another: one publication for all. */
  readonly publishAfterMs: number;
}

/** Patience is longer than a restart of the worker takes and shorter than a person's. */
const usualLimits: Limits = { mostWaiting: 256, patienceMs: 5_000, publishAfterMs: 5_000 };
/** A worker that says nothing for so long while somebody waits is stuck. */
const stuckMs = 5_000;
const firstPauseMs = 100;
const longestPauseMs = 10_000;
const publishAgainMs = 60_000;

/** Search in threads of its own: the main thread only passes messages on. */
export interface SearchService {
  /** Rejects with `SearchUnavailable` when there is no answer in time. */
  ask(query: string, options: SearchOptions): Promise<Answer>;
  /** Resolves when the first index is open. */
  readonly ready: Promise<void>;
  /** The servers that are asked before the embedded engine, and how they are; empty when there are none. */
  readonly servers: readonly MeilisearchState[];
  /** Calls back after every publication, the first one included: the index files are new. */
  onPublished(listener: () => void): void;
  /** Ends the thread that answers, as a crash would: tests of faults do that. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the worker that answers. It is started again when it dies, and who waits does not notice; a second worker publishes the
 * index when the content is no more as it was published.
 *
 * @param say told what happens, in Russian, one line at a time
 */
export function startSearch(
  settings: WorkerSettings,
  say: (line: string) => void,
  limits: Limits = usualLimits,
): SearchService {
  return new Service(settings, say, limits);
}

class Service implements SearchService {
  readonly ready: Promise<void>;
  servers: readonly MeilisearchState[] = [];
  readonly #settings: WorkerSettings;
  readonly #say: (line: string) => void;
  readonly #limits: Limits;
  readonly #room: WaitingRoom;
  readonly #listeners: (() => void)[] = [];
  readonly #watchdog: ReturnType<typeof setInterval>;
  #worker: Worker;
  #open = false;
  #closed = false;
  #heardAt = Date.now();
  #pauseMs = firstPauseMs;
  #restarting: ReturnType<typeof setTimeout> | undefined;
  #publisher: Worker | undefined;
  #publishing: ReturnType<typeof setTimeout> | undefined;
  #opened: () => void = () => undefined;

  constructor(settings: WorkerSettings, say: (line: string) => void, limits: Limits) {
    this.#limits = limits;
    this.#room = new WaitingRoom(limits.mostWaiting, limits.patienceMs);
    this.#settings = settings;
    this.#say = say;
    this.ready = new Promise((resolve) => {
      this.#opened = resolve;
    });
    this.#worker = this.#start();
    this.#watchdog = setInterval(() => this.#watch(), 1_000);
    this.#watchdog.unref();
  }

  ask(query: string, options: SearchOptions): Promise<Answer> {
    if (this.#room.size === 0) this.#heardAt = Date.now();
    return this.#room.enter(query, options, (request) => this.#send(request));
  }

  onPublished(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#watchdog);
    clearTimeout(this.#restarting);
    clearTimeout(this.#publishing);
    this.#room.close('Сервер останавливается.');
    await Promise.all([this.#worker.terminate(), this.#publisher?.terminate()]);
  }

  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('answering.ts', import.meta.url), {
      workerData: this.#settings,
      resourceLimits,
    });
    worker.on('message', (reply: Reply) => this.#hear(reply));
    worker.on('error', (error) => this.#say(`Сбой поиска: ${messageOf(error)}`));
    worker.on('exit', () => this.#restart());
    return worker;
  }

  #send(request: Request): boolean {
    if (!this.#open) return false;
    this.#worker.postMessage(request);
    return true;
  }

  #hear(reply: Reply): void {
    this.#heardAt = Date.now();
    switch (reply.kind) {
      case 'answer':
        this.#pauseMs = firstPauseMs;
        this.#room.answer(reply.id, reply.answer);
        break;
      case 'failure':
        this.#room.fail(reply.id, reply.message);
        break;
      case 'ready':
        this.#becomeReady();
        break;
      case 'missing':
        this.#publishIn(0);
        break;
      case 'unpublished':
        this.#publishIn(this.#limits.publishAfterMs);
        break;
      case 'servers':
        this.servers = reply.servers;
        return;
      case 'say':
        this.#say(reply.line);
        break;
    }
  }

  #becomeReady(): void {
    if (this.#open) return;
    this.#open = true;
    this.#room.askAgain((request) => this.#send(request));
    this.#opened();
  }

  #restart(): void {
    this.#open = false;
    if (this.#closed) return;
    this.#say(
      this.#room.size === 0
        ? 'Поиск остановился. Запускаю его заново.'
        : `Поиск остановился. Запускаю его заново; ответа ждут: ${this.#room.size}.`,
    );
    this.#restarting = setTimeout(() => {
      this.#heardAt = Date.now();
      this.#worker = this.#start();
    }, this.#pauseMs);
    // A worker that dies at once must not be started without end; the first answer makes up for it.
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
  }

  #watch(): void {
    if (!this.#open || this.#room.size === 0 || Date.now() - this.#heardAt < stuckMs) return;
    this.#say('Поиск завис.');
    this.#open = false;
    this.#worker.terminate();
  }

  #publishIn(milliseconds: number): void {
    if (this.#closed || this.#publisher !== undefined) return;
    clearTimeout(this.#publishing);
    this.#publishing = setTimeout(() => this.#publish(), milliseconds);
    this.#publishing.unref();
  }

  #publish(): void {
    const publisher = new Worker(new URL('publishing.ts', import.meta.url), { workerData: this.#settings });
    this.#publisher = publisher;
    let outcome: Publication = { kind: 'failed', message: 'сборка прервалась' };
    publisher.on('message', (message: Publication) => {
      outcome = message;
    });
    publisher.on('error', (error) => {
      outcome = { kind: 'failed', message: messageOf(error) };
    });
    publisher.on('exit', () => {
      this.#publisher = undefined;
      if (!this.#closed) this.#published(outcome);
    });
  }

  #published(outcome: Publication): void {
    if (outcome.kind === 'failed') {
      this.#say(
        `Поисковый индекс не собран: ${outcome.message}. Работаю по тому, что есть; повторю через минуту.`,
      );
      if (!this.#open) this.#worker.postMessage({ kind: 'build' } satisfies Request);
      this.#publishIn(publishAgainMs);
      return;
    }
    const seconds = (outcome.milliseconds / 1000).toLocaleString('ru', { maximumFractionDigits: 1 });
    this.#say(
      `Поисковый индекс собран за ${seconds} с: ${counted(outcome.pages, ['страница', 'страницы', 'страниц'])}.`,
    );
    this.#worker.postMessage({ kind: 'open' } satisfies Request);
    for (const listener of this.#listeners) listener();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
