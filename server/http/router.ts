import type { IncomingMessage, ServerResponse } from 'node:http';
import findMyWay from 'find-my-way';
import { Refusal, sendRefusal } from './answer.ts';

/** What a handler of the API is given. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
}

/** One door of the API. The table of routes is what tests of access will walk. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path in the manner of find-my-way: `/api/drafts/:id`. */
  readonly path: string;
  handle(call: Call): void | Promise<void>;
}

/** Answers a request under `/api/`; every error becomes a JSON refusal. */
export type Api = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Builds the API out of its routes: 404 for an unknown path, 405 with `Allow` for a known path and another method. */
export function createApi(routes: readonly Route[]): Api {
  const router = findMyWay({ ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 100 });
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found =
      method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'DELETE'
        ? router.find(method, url.pathname)
        : null;
    if (!found) throw notFound(url.pathname);
    const route = found.store as Route;
    await route.handle({ request, response, params: found.params, query: url.searchParams });
  }

  function notFound(path: string): Refusal {
    const allowed = (['GET', 'POST', 'PATCH', 'DELETE'] as const).filter(
      (method) => router.find(method, path) !== null,
    );
    if (allowed.length === 0) return new Refusal(404, 'not-found', 'Такого адреса нет: проверьте его.');
    return new Refusal(405, 'method-not-allowed', 'Этот адрес так не вызывают.', {
      Allow: allowed.includes('GET') ? ['HEAD', ...allowed].join(', ') : allowed.join(', '),
    });
  }

  return (request, response, url) =>
    answer(request, response, url).catch((error: unknown) => sendRefusal(response, error));
}
