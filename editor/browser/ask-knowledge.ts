import type { Answer } from '#search/browser';

/** What came of a question to the knowledge base. */
export type KnowledgeAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'offline' | 'failed' };

/** Asks the search of the knowledge base; undefined when a newer question has taken its place. The site gives it to the desk. */
export type AskKnowledge = (query: string, signal: AbortSignal) => Promise<KnowledgeAnswer | undefined>;
