import type { Answer, SearchOptions } from '#search';
import { audienceOfPage } from './audience.ts';
import { isConnected } from './local/connection.ts';
import { localSearch } from './local/local-search.ts';

/** What came of a question. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly query: string;
      readonly answer: Answer;
      /** There is no connection: the answer is of this day. */
      readonly dataFrom?: Date;
    }
  | { readonly kind: 'offline' | 'failed' };

/** What a person keeps the answers to. */
export type Narrowing = Pick<SearchOptions, 'kind' | 'function'> & { readonly audience?: 'public' };

/** How a question is asked. */
export interface Asking {
  readonly limit: number;
  /** Count pages by kind, function and audience. */
  readonly facets?: boolean;
  readonly narrowing?: Narrowing;
}

/** Queries shorter than this match everything and help nobody. */
export const shortestQuery = 2;

/** Gets the index into this browser, so that the next keys are answered here. */
export function prepare(): void {
  localSearch();
}

/**
 * Asks the index in this browser; until that is here, the server.
 *
 * @returns what came of it; undefined when a newer question has taken its place
 */
export async function ask(query: string, asking: Asking, signal: AbortSignal): Promise<Outcome | undefined> {
  const here = await askHere(query, asking);
  if (signal.aborted) return undefined;
  if (here !== undefined) return here;
  // A public site may have no server behind it: its index is the only one to ask.
  if (audienceOfPage() === 'public') {
    await localSearch().settled;
    const found = await askHere(query, asking);
    return signal.aborted ? undefined : (found ?? { kind: isConnected() ? 'failed' : 'offline' });
  }
  const there = await askServer(query, asking, signal);
  if (there?.kind !== 'offline' && there?.kind !== 'failed') return there;
  // The connection went before the index was open: what was kept from before is opened without it.
  await localSearch().settled;
  const late = await askHere(query, asking);
  return signal.aborted ? undefined : (late ?? there);
}

async function askHere(
  query: string,
  { limit, facets = false, narrowing = {} }: Asking,
): Promise<Outcome | undefined> {
  const local = localSearch();
  // The server sends to a browser only what its person may see.
  const answer = await local.ask(query, { audience: audienceOfPage(), limit, facets, ...narrowing });
  if (answer === undefined) return undefined;
  const { publishedAt } = local;
  const offline = !isConnected() && publishedAt !== undefined;
  return { kind: 'answer', query, answer, ...(offline ? { dataFrom: publishedAt } : {}) };
}

async function askServer(
  query: string,
  { limit, facets, narrowing = {} }: Asking,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  try {
    const more = new URLSearchParams({ ...(facets ? { facets: '1' } : {}), ...narrowing });
    const address = `/api/search?q=${encodeURIComponent(query)}&limit=${limit}${more.size > 0 ? `&${more}` : ''}`;
    const response = await fetch(address, { signal });
    if (!response.ok) return { kind: 'failed' };
    const answer: Answer = await response.json();
    return Array.isArray(answer.hits) ? { kind: 'answer', query, answer } : { kind: 'failed' };
  } catch {
    if (signal.aborted) return undefined;
    // The server is on the same machine or in the same office: no answer at all means no connection.
    return { kind: 'offline' };
  }
}
