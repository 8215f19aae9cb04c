import type { IncomingMessage, ServerResponse } from 'node:http';
import findMyWay from 'find-my-way';
import { type Identity, may, type Permission } from '#identity';
import { Refusal, sendRefusal } from './answer.ts';
import type { Cost, Limits } from './limits.ts';
import type { Refused } from './refusals.ts';

/** What a handler of the API is given. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly identity: Identity;
}

/** One door of the API. The table of routes is what tests of access will walk. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path in the manner of find-my-way: `/api/drafts/:id`. */
  readonly path: string;
  /** What a person must be allowed to do to come in: a route without it does not compile. */
  readonly access: Permission;
  /** What it costs the server; reading, or for another method than GET changing, when nothing is said. */
  readonly cost?: Cost;
  handle(call: Call): void | Promise<void>;
}

/** Answers a request under `/api/`; every error becomes a JSON refusal. */
export type Api = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  identity: Identity,
) => Promise<void>;

/**
 * Builds the API out of its routes: 404 for an unknown path, 405 with `Allow` for a known path and another method; for somebody
 * we do not know an unknown path is as closed as a known one.
 *
 * @param refused told when somebody we know is refused
 * @param limits how much of it one person may ask for
 */
export function createApi(
  routes: readonly Route[],
  refused: Refused = () => undefined,
  limits?: Limits,
): Api {
  const router = findMyWay({ ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 100 });
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);

  const answer: Api = async (request, response, url, identity) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found =
      method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'DELETE'
        ? router.find(method, url.pathname)
        : null;
    const route = found?.store as Route | undefined;
    limits?.admit(identity, request, costOf(route ?? { method }));
    if (!found || route === undefined)
      throw identity.person === undefined ? forbidden(identity) : notFound(url.pathname);
    if (!may(identity, route.access)) {
      refused(identity, request, `${route.access} ${route.method} ${route.path}`);
      throw forbidden(identity);
    }
    await limits?.turn(identity, response, costOf(route));
    await route.handle({ request, response, params: found.params, query: url.searchParams, identity });
  };

  function notFound(path: string): Refusal {
    const allowed = (['GET', 'POST', 'PATCH', 'DELETE'] as const).filter(
      (method) => router.find(method, path) !== null,
    );
    if (allowed.length === 0) return new Refusal(404, 'not-found', 'Такого адреса нет: проверьте его.');
    return new Refusal(405, 'method-not-allowed', 'Этот адрес так не вызывают.', {
      Allow: allowed.includes('GET') ? ['HEAD', ...allowed].join(', ') : allowed.join(', '),
    });
  }

  return (request, response, url, identity) =>
    answer(request, response, url, identity).catch((error: unknown) => sendRefusal(response, error));
}

function costOf({ cost, method }: { readonly cost?: Cost; readonly method?: string | undefined }): Cost {
  return cost ?? (method === 'GET' ? 'read' : 'change');
}

/** 401 where signing in may help, 403 where it will not. */
export function forbidden({ person }: Identity): Refusal {
  if (person === undefined)
    return new Refusal(401, 'signed-out', 'Войдите в систему: без входа этот раздел закрыт.');
  return new Refusal(
    403,
    'forbidden',
    'У вас нет прав на это действие. Если оно нужно для работы, попросите права у администратора.',
  );
}
