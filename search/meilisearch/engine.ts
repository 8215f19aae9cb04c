import { setTimeout as after } from 'node:timers/promises';
import type { FederatedMultiSearchParams } from 'meilisearch';
import { counted } from '#knowledge';
import { analyseQuery, answerFrom, search } from '../engine/search.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { Answer, SearchOptions } from '../types.ts';
import type { BreakerSettings } from './breaker.ts';
import { type FaultKind, faultOf } from './fault.ts';
import { MeilisearchNode } from './node.ts';
import type { Publication } from './publish.ts';
import { federatedRequest } from './questions.ts';

/** Whoever has not answered by now is overtaken by the embedded engine. */
const usualHeadStartMs = 40;
/** How long a question may take: later its answer does not even say that the server is well. */
const usualTimeToLiveMs = 120;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** Where Meilisearch runs: independent servers with the same publication, the preferred one first. */
export interface MeilisearchSettings {
  readonly urls: readonly string[];
  readonly key?: string | undefined;
  /** The name of the index on each. */
  readonly uid: string;
  readonly breaker?: BreakerSettings;
  /** After a failed publication; each failure doubles it. */
  readonly pauseMs?: number;
  /** When the embedded engine starts, and when nobody waits any more. */
  readonly headStartMs?: number;
  readonly timeToLiveMs?: number;
}

/** A server of Meilisearch as `/api/ready` shows it. */
export interface MeilisearchState {
  readonly url: string;
  readonly well: boolean;
}

/**
 * Meilisearch in front of the embedded engine. It is asked first; when it is late, down or behind, the embedded engine answers, so
 * that there always is an answer.
 */
export class MeilisearchEngine {
  readonly #nodes: readonly MeilisearchNode[];
  readonly #uid: string;
  readonly #pauseMs: number;
  readonly #headStartMs: number;
  readonly #say: (line: string) => void;
  readonly #changed: (state: readonly MeilisearchState[]) => void;
  #told = '';
  readonly #closing = new AbortController();
  readonly #publishing = new Map<MeilisearchNode, Promise<void>>();
  #index: SearchIndex | undefined;

  /**
   * @param say told what happens, in Russian, one line at a time
   * @param changed told how the servers are, now and whenever that changes
   */
  constructor(
    settings: MeilisearchSettings,
    say: (line: string) => void,
    changed: (state: readonly MeilisearchState[]) => void = () => undefined,
  ) {
    const { urls, uid, pauseMs = firstPauseMs, headStartMs = usualHeadStartMs } = settings;
    const { key, breaker, timeToLiveMs = usualTimeToLiveMs } = settings;
    this.#uid = uid;
    this.#pauseMs = pauseMs;
    this.#headStartMs = headStartMs;
    this.#say = say;
    this.#changed = changed;
    this.#nodes = urls.map((url) => new MeilisearchNode({ url, key, uid, breaker, timeToLiveMs }, say));
    this.#tell();
  }

  /** Answers a query over an index; says which engine found the pages and whether the better one should have. */
  async ask(index: SearchIndex, typed: string, options: SearchOptions): Promise<Answer> {
    const query = analyseQuery(index, typed);
    const request = federatedRequest(index, query, typed, options, this.#uid);
    if (request === undefined) return search(index, typed, options);
    const ids = await this.#candidates(request);
    if (ids === undefined) return { ...search(index, typed, options), degraded: true };
    const answer = answerFrom(index, query, ids, options, { engine: 'meilisearch', degraded: false });
    // Never an empty page while anything is near: the embedded engine takes phrases apart.
    return answer.hits.length > 0 ? answer : search(index, typed, options);
  }

  /** Brings every server to the state of the index, in the background and again until it has worked. The newest index counts. */
  publish(index: SearchIndex): void {
    this.#index = index;
    for (const node of this.#nodes) {
      node.outdated();
      this.#keepUp(node);
    }
  }

  /** Resolves when nothing is being published any more. */
  async settled(): Promise<void> {
    while (this.#publishing.size > 0) await Promise.all(this.#publishing.values());
  }

  get state(): readonly MeilisearchState[] {
    return this.#nodes.map(({ url, well }) => ({ url, well }));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.settled();
  }

  /** Ids of records from the first server that gives them, or undefined when none does in time. */
  async #candidates(request: FederatedMultiSearchParams): Promise<string[] | undefined> {
    const late = new AbortController();
    const askOneByOne = async () => {
      for (const node of this.#nodes) {
        if (late.signal.aborted || !node.admit()) continue;
        const ids = await node.candidates(request);
        this.#keepUp(node);
        this.#tell();
        if (ids !== undefined) return ids;
      }
      return undefined;
    };
    const asked = askOneByOne();
    const overtaken = after(this.#headStartMs, undefined, { ref: false });
    const ids = await Promise.race([asked, overtaken]);
    late.abort();
    return ids;
  }

  #tell(): void {
    const { state } = this;
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#changed(state);
  }

  #keepUp(node: MeilisearchNode): void {
    if (node.published || this.#publishing.has(node) || this.#closing.signal.aborted) return;
    const publishing = this.#publishTo(node).finally(() => {
      this.#publishing.delete(node);
      this.#tell();
    });
    this.#publishing.set(node, publishing);
  }

  async #publishTo(node: MeilisearchNode): Promise<void> {
    let told: FaultKind | undefined;
    for (
      let pause = this.#pauseMs;
      !this.#closing.signal.aborted;
      pause = Math.min(longestPauseMs, pause * 2)
    ) {
      const index = this.#index;
      if (index === undefined) return;
      try {
        const publication = await node.publish(index);
        if (index === this.#index) {
          this.#say(`Meilisearch ${node.url}: ${described(publication)}.`);
          return;
        }
        // Newer content has come meanwhile.
        node.outdated();
        pause = this.#pauseMs / 2;
      } catch (error) {
        const { kind, message } = faultOf(error);
        if (kind !== told)
          this.#say(
            `Meilisearch ${node.url} не принял индекс: ${message}. Отвечает встроенный поиск. Повторяю сам.`,
          );
        told = kind;
        await after(pause, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      }
    }
  }
}

function described({ documents, sent, removed, swapped }: Publication): string {
  const all = counted(documents, ['фрагмент', 'фрагмента', 'фрагментов']);
  if (swapped) return `новый индекс, ${all}`;
  if (sent === 0 && removed === 0) return `индекс не изменился, ${all}`;
  return `в индексе ${all}, отправлено ${sent}, убрано ${removed}`;
}
