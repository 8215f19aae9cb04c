import { type FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { z } from 'zod';
import type { SearchIndex } from '../engine/search-index.ts';
import { Breaker, type BreakerSettings, usualBreaker } from './breaker.ts';
import { faultOf } from './fault.ts';
import { type Publication, publish } from './publish.ts';

const answerSchema = z.object({ hits: z.array(z.object({ id: z.string().max(512) })).max(1_000) });

/** Where a server is. */
export interface NodeSettings {
  readonly url: string;
  readonly key?: string | undefined;
  /** The name of the index. */
  readonly uid: string;
  readonly breaker?: BreakerSettings | undefined;
  /** How long a question may take. */
  readonly timeToLiveMs: number;
}

/** One Meilisearch server: it is asked while it works and has our publication. */
export class MeilisearchNode {
  readonly url: string;
  readonly #uid: string;
  readonly #timeToLiveMs: number;
  readonly #client: Meilisearch;
  readonly #breaker: Breaker;
  readonly #say: (line: string) => void;
  #published = false;

  constructor(
    { url, key, uid, breaker = usualBreaker, timeToLiveMs }: NodeSettings,
    say: (line: string) => void,
  ) {
    // A password in the address is not for the log.
    this.url = new URL(url).origin;
    this.#uid = uid;
    this.#timeToLiveMs = timeToLiveMs;
    this.#client = new Meilisearch({ host: url, ...(key === undefined ? {} : { apiKey: key }) });
    this.#breaker = new Breaker(breaker);
    this.#say = say;
  }

  /** Whether it has our publication and answers. */
  get well(): boolean {
    return this.#published && !this.#breaker.open;
  }

  /** Asks to be let through to this server; who is must call `candidates`. */
  admit(): boolean {
    return this.#published && this.#breaker.admit();
  }

  /**
   * Ids of records, or undefined when the server did not give them in its time. Never rejects; what happened goes to the log when
   * the state changes, not at every question.
   */
  async candidates(request: FederatedMultiSearchParams): Promise<string[] | undefined> {
    try {
      const answer = await this.#client.multiSearch(request, {
        signal: AbortSignal.timeout(this.#timeToLiveMs),
      });
      const { hits } = answerSchema.parse(answer);
      if (this.#breaker.succeeded()) this.#say(`Meilisearch ${this.url} снова отвечает.`);
      return hits.map(({ id }) => id);
    } catch (error) {
      const fault = faultOf(error);
      // Somebody has deleted the index: it is made anew.
      if (fault.kind === 'missing') this.#published = false;
      if (this.#breaker.failed(fault.certain))
        this.#say(
          `Meilisearch ${this.url}: ${fault.message}. Отвечает встроенный поиск. Пробую вернуться сам.`,
        );
      return undefined;
    }
  }

  /**
   * Brings the server's index to the state of ours.
   *
   * @throws MeilisearchFault
   */
  async publish(index: SearchIndex): Promise<Publication> {
    const publication = await publish(this.#client, this.#uid, index);
    this.#published = true;
    return publication;
  }

  /** Whether it must be published to again. */
  get published(): boolean {
    return this.#published;
  }

  /** The content has changed: what the server has is no more all. */
  outdated(): void {
    this.#published = false;
  }
}
