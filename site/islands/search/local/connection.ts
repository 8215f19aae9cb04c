import { audienceOfPage } from '../audience.ts';

/** The server is asked whether it is there at most so often, and only while somebody searches. */
const askEveryMs = 15_000;
const patienceMs = 3_000;

let reached = true;
let askedAt = Number.NEGATIVE_INFINITY;

/** Whether the server could be reached when it was last tried; tries again behind the scenes. */
export function isConnected(): boolean {
  if (performance.now() - askedAt > askEveryMs) tryServer();
  return navigator.onLine && reached;
}

async function tryServer(): Promise<void> {
  askedAt = performance.now();
  try {
    const response = await fetch(audienceOfPage() === 'public' ? '/search/index.json' : '/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    reached = response.ok;
  } catch {
    reached = false;
  }
}
