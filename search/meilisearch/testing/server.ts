import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Contract, openContract } from './contract.ts';
import { type Document, type DoubleQuery, matchingDocuments } from './words.ts';

/** How the double misbehaves. */
export type Fault =
  /** Answers after so many milliseconds. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Never answers. */
  | { readonly kind: 'silent' }
  /** Cuts the connection. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  /** Answers 200 with this text. */
  | { readonly kind: 'text'; readonly text: string };

/** A request that came. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface StoredIndex {
  documents: Map<string, Document>;
  settings: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
}

type Reply = readonly [status: number, body?: unknown];

const usualSettings = { searchableAttributes: ['*'], displayedAttributes: ['*'], filterableAttributes: [] };
const messages: Readonly<Record<string, string>> = {
  invalid_api_key: 'The provided API key is invalid.',
  index_not_found: 'Index not found.',
  internal: 'An internal error has occurred.',
};

/**
 * A double of Meilisearch on the loopback: it keeps indexes, runs tasks, swaps and searches by the description of the API, and
 * misbehaves on demand. Every request and answer is checked against the description when that is there.
 */
export class MeilisearchDouble {
  readonly key: string;
  /** What came, in order. */
  readonly seen: Seen[] = [];
  /** Where a request or an answer is not as described. */
  readonly breaches: string[] = [];
  readonly indexes = new Map<string, StoredIndex>();
  /** Which requests misbehave, and how. */
  fault: { readonly path: RegExp; readonly fault: Fault } | undefined;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });
  readonly #tasks: Record<string, unknown>[] = [];
  readonly #contract: Contract | undefined = openContract();

  constructor(key = 'scoped-key') {
    this.key = key;
  }

  /** Whether requests are checked against the description. */
  get checked(): boolean {
    return this.#contract !== undefined;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The double is not listening.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Listens on a free port, or again on the one it had. */
  async start(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  /** Dies with every connection, as a killed process does; what it has stays. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const url = new URL(request.url ?? '/', 'http://double');
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.seen.push({ method, path: url.pathname, body });
    this.#note('request', method, url.pathname, this.#contract?.request(method, url.pathname, body));
    if (await this.#misbehaves(url.pathname, response)) return;
    const allowed = request.headers.authorization === `Bearer ${this.key}`;
    const [status, answer] = allowed
      ? this.#route(method, url, body)
      : failure(403, 'invalid_api_key', 'auth');
    this.#note(
      'answer',
      method,
      url.pathname,
      this.#contract?.response(method, url.pathname, status, answer),
    );
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  }

  #note(what: string, method: string, path: string, faults: readonly string[] = []): void {
    for (const fault of faults) this.breaches.push(`${what} ${method} ${path}: ${fault}`);
  }

  async #misbehaves(path: string, response: ServerResponse): Promise<boolean> {
    if (this.fault === undefined || !this.fault.path.test(path)) return false;
    const { fault } = this.fault;
    switch (fault.kind) {
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
        return false;
      case 'silent':
        return true;
      case 'cut':
        response.destroy();
        return true;
      case 'status': {
        const [status, body] = failure(fault.status, fault.code, 'internal');
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
        return true;
      }
      case 'text':
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(fault.text);
        return true;
    }
  }

  #route(method: string, url: URL, body: unknown): Reply {
    const [head = '', uid = '', part = '', last = ''] = url.pathname
      .slice(1)
      .split('/')
      .map(decodeURIComponent);
    const index = this.indexes.get(uid);
    switch (
      `${method} ${head}${uid === '' ? '' : '/*'}${part === '' ? '' : `/${part}`}${last === '' ? '' : `/${last}`}`
    ) {
      case 'GET health':
        return [200, { status: 'available' }];
      case 'POST multi-search':
        return this.#search(
          body as { federation: { limit: number }; queries: (DoubleQuery & { indexUid: string })[] },
        );
      case 'GET tasks/*':
        return this.#taskSeen(Number(uid));
      case 'GET indexes':
        return [200, this.#list()];
      case 'POST indexes':
        return this.#create(body as { uid: string });
      case 'POST swap-indexes':
        return this.#swap(body as { indexes: [string, string] }[]);
    }
    // Tasks on an index that is not there fail when they run; reading it fails at once.
    if (index === undefined && method !== 'PATCH' && method !== 'POST' && method !== 'DELETE')
      return failure(404, 'index_not_found', 'invalid_request');
    switch (`${method} ${part}${last === '' ? '' : `/${last}`}`) {
      case 'GET ':
        return [200, { uid, createdAt: index?.createdAt, updatedAt: index?.updatedAt, primaryKey: 'id' }];
      case 'GET settings':
        return [200, index?.settings];
      case 'PATCH settings':
        return this.#task('settingsUpdate', uid, () => Object.assign(this.#own(uid).settings, body));
      case 'GET documents':
        return [200, browse(index, url.searchParams)];
      case 'POST documents':
        return this.#task('documentAdditionOrUpdate', uid, () => {
          for (const document of body as Document[]) this.#own(uid).documents.set(document.id, document);
        });
      case 'POST documents/delete-batch':
        return this.#task('documentDeletion', uid, () => {
          for (const id of body as string[]) this.#own(uid).documents.delete(id);
        });
      case 'DELETE ':
        return this.#task('indexDeletion', uid, () => {
          this.#own(uid);
          this.indexes.delete(uid);
        });
      default:
        return failure(404, 'not_found', 'invalid_request');
    }
  }

  // A scoped key does not see tasks of more than one index: those are nobody's.
  #taskSeen(uid: number): Reply {
    const task = this.#tasks[uid];
    return task?.indexUid ? [200, task] : failure(404, 'task_not_found', 'invalid_request');
  }

  #own(uid: string): StoredIndex {
    const index = this.indexes.get(uid);
    if (index === undefined) throw new Error('index_not_found');
    index.updatedAt = new Date().toISOString();
    return index;
  }

  #create({ uid }: { uid: string }): Reply {
    return this.#task('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new Error('index_already_exists');
      // Times of creation tell indexes apart, as the server's nanoseconds do.
      const now = new Date(Date.now() + this.#tasks.length).toISOString();
      const settings = { ...usualSettings };
      this.indexes.set(uid, { documents: new Map(), settings, createdAt: now, updatedAt: now });
    });
  }

  #swap(pairs: readonly { indexes: [string, string] }[]): Reply {
    return this.#task('indexSwap', undefined, () => {
      for (const { indexes } of pairs) {
        const [one, other] = indexes.map((uid) => this.#own(uid)) as [StoredIndex, StoredIndex];
        this.indexes.set(indexes[0], other);
        this.indexes.set(indexes[1], one);
      }
    });
  }

  #list(): unknown {
    const results = [...this.indexes].map(([uid, { createdAt, updatedAt }]) => ({
      uid,
      createdAt,
      updatedAt,
      primaryKey: 'id',
    }));
    return { results, offset: 0, limit: 1_000, total: results.length };
  }

  // Tasks run in the order they come, a little later.
  #task(type: string, indexUid: string | undefined, work: () => unknown): Reply {
    const enqueuedAt = new Date().toISOString();
    const uid = this.#tasks.length;
    const owner = { indexUid: indexUid ?? null };
    this.#tasks.push({ uid, ...owner, status: 'enqueued', type, enqueuedAt, error: null });
    setTimeout(() => {
      let error: unknown = null;
      try {
        work();
      } catch (thrown) {
        error = failure(400, thrown instanceof Error ? thrown.message : 'internal', 'invalid_request')[1];
      }
      const status = error === null ? 'succeeded' : 'failed';
      this.#tasks[uid] = { uid, ...owner, status, type, enqueuedAt, error };
    }, 5);
    return [202, { taskUid: uid, ...owner, status: 'enqueued', type, enqueuedAt }];
  }

  #search({
    federation,
    queries,
  }: {
    federation: { limit: number };
    queries: readonly (DoubleQuery & { indexUid: string })[];
  }): Reply {
    const best = new Map<unknown, { id: string; _federation: object; score: number }>();
    for (const [queriesPosition, query] of queries.entries()) {
      const index = this.indexes.get(query.indexUid);
      if (index === undefined) return failure(404, 'index_not_found', 'invalid_request');
      const distinct = String(index.settings.distinctAttribute);
      for (const { document, score } of matchingDocuments([...index.documents.values()], query)) {
        const same = document[distinct] ?? document.id;
        if ((best.get(same)?.score ?? -1) >= score) continue;
        const federated = { indexUid: query.indexUid, queriesPosition, weightedRankingScore: score };
        best.set(same, { id: document.id, _federation: federated, score });
      }
    }
    const hits = [...best.values()].sort((a, b) => b.score - a.score).slice(0, federation.limit);
    return [
      200,
      {
        hits: hits.map(({ id, _federation }) => ({ id, _federation })),
        processingTimeMs: 1,
        limit: federation.limit,
        offset: 0,
        estimatedTotalHits: best.size,
      },
    ];
  }
}

function browse(index: StoredIndex | undefined, params: URLSearchParams): unknown {
  const offset = Number(params.get('offset') ?? 0);
  const limit = Number(params.get('limit') ?? 20);
  const fields = params.get('fields')?.split(',');
  const all = [...(index?.documents.values() ?? [])];
  const results = all
    .slice(offset, offset + limit)
    .map((document) =>
      Object.fromEntries(Object.entries(document).filter(([name]) => fields?.includes(name) ?? true)),
    );
  return { results, offset, limit, total: all.length };
}

function failure(status: number, code: string, type: string): Reply {
  const message = messages[code] ?? code;
  return [status, { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` }];
}
