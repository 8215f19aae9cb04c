import type { Answer, SearchOptions } from '#search';

/** To the worker. */
export type LocalRequest = {
  readonly kind: 'ask';
  readonly id: number;
  readonly query: string;
  readonly options: SearchOptions;
};

/** From the worker. */
export type LocalReply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** The query could not be answered here. */
  | { readonly kind: 'failure'; readonly id: number; readonly reason: string }
  /** An index is open. */
  | { readonly kind: 'ready'; readonly publishedAt: string }
  /** There is no index here, and none can be had. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** What the server says of the newest index. */
export interface Manifest {
  readonly index: string;
  readonly dictionary: string;
  readonly publishedAt: string;
}
