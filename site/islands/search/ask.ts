import type { Answer } from '#search';

/** What came of a question to the server. */
export type Outcome =
  | { readonly kind: 'answer'; readonly query: string; readonly answer: Answer }
  | { readonly kind: 'offline' | 'failed' };

/** Queries shorter than this match everything and help nobody. */
export const shortestQuery = 2;

/**
 * Asks the server.
 *
 * @returns what came of it; undefined when a newer question has taken its place
 */
export async function ask(query: string, limit: number, signal: AbortSignal): Promise<Outcome | undefined> {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(query)}&limit=${limit}`, { signal });
    if (!response.ok) return { kind: 'failed' };
    const answer: Answer = await response.json();
    return Array.isArray(answer.hits) ? { kind: 'answer', query, answer } : { kind: 'failed' };
  } catch {
    if (signal.aborted) return undefined;
    // The server is on the same machine or in the same office: no answer at all means no connection.
    return { kind: 'offline' };
  }
}
