import type { CachePlace } from '#knowledge';
import type { MeilisearchSettings, MeilisearchState } from '../meilisearch/engine.ts';
import type { Answer, SearchOptions } from '../types.ts';

/** What both workers are started with. */
export interface WorkerSettings {
  readonly contentFolder: string;
  /** Where the published indexes stand. */
  readonly indexFolder: string;
  /** Where pages that were read are remembered; without it every reading reads them anew. */
  readonly cache?: CachePlace | undefined;
  /** The servers that are asked first. */
  readonly meilisearch?: MeilisearchSettings | undefined;
}

/** To the worker that answers. */
export type Request =
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly query: string;
      readonly options: SearchOptions;
      /** By `Date.now()`: afterwards nobody waits for the answer. */
      readonly until: number;
    }
  /** A publication stands in the folder. */
  | { readonly kind: 'open' }
  /** Nothing can be published: answer from an index in memory. */
  | { readonly kind: 'build' };

/** From the worker that answers. */
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  /** An index is open. */
  | { readonly kind: 'ready' }
  /** There is no index to open: one must be published first. */
  | { readonly kind: 'missing' }
  /** So many pages are not as they were published. */
  | { readonly kind: 'unpublished'; readonly pages: number }
  /** How the servers are that are asked first. */
  | { readonly kind: 'servers'; readonly servers: readonly MeilisearchState[] }
  /** A line for the log, in Russian. */
  | { readonly kind: 'say'; readonly line: string };

/** From the worker that publishes: the last thing it says. */
export type Publication =
  | { readonly kind: 'published'; readonly pages: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly message: string };
