import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ForgeKind, ForgeSettings } from '../forge/settings.ts';

export const token = 'secret-Token_123';

/** A request to merge, as the forge keeps it. */
interface Merge {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** What people did with it; open while undefined. */
  ended?: 'merged' | 'closed';
}

/** A forge on this computer: git's own server over HTTP, and the three calls of the API as each forge documents them. */
export interface ForgeServer {
  readonly settings: ForgeSettings;
  /** The bare repository. */
  readonly folder: string;
  readonly merges: Merge[];
  /** Every request, as method and path. */
  readonly asked: string[];
  /** Answers every request of the API with this, until it is taken away; `hang` never answers. */
  trouble:
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
    | 'hang'
    | undefined;
  git(...args: string[]): string;
}

const apiPaths: Readonly<Record<ForgeKind, string>> = {
  github: '/api/v3',
  gitlab: '/api/v4',
  gitea: '/api/v1',
};

/** Starts a forge with an empty bare repository for one test. */
export async function forgeServer(kind: ForgeKind, repository = 'portal/content'): Promise<ForgeServer> {
  const projects = await mkdtemp(join(tmpdir(), 'ponyatno-forge-'));
  const folder = join(projects, `${repository}.git`);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  const merges: Merge[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const web = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(projects, { recursive: true, force: true });
  });

  const forge: ForgeServer = {
    settings: { kind, api: web + apiPaths[kind], web, repository, token },
    folder,
    merges,
    asked,
    trouble: undefined,
    git: (...args) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }),
  };
  return forge;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', web);
    asked.push(`${request.method} ${url.pathname}`);
    if (url.pathname.includes('.git/')) return serveGit(request, response, url);
    if (forge.trouble === 'hang') return;
    if (forge.trouble) {
      response.writeHead(forge.trouble.status, forge.trouble.headers);
      response.end(forge.trouble.body ?? `{"message":"Refused for ${token}"}`);
      return;
    }
    const scheme = kind === 'gitea' ? 'token' : 'Bearer';
    if (request.headers.authorization !== `${scheme} ${token}`)
      return send(response, 401, { message: 'Bad credentials' });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body =
      chunks.length > 0
        ? (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>)
        : undefined;
    const project =
      kind === 'gitlab' ? `/projects/${encodeURIComponent(repository)}` : `/repos/${repository}`;
    const path = url.pathname.slice(apiPaths[kind].length);
    const list = `${project}/${kind === 'gitlab' ? 'merge_requests' : 'pulls'}`;
    if (path === project) return send(response, 200, { default_branch: 'main' });
    if (path !== list) return send(response, 404, { message: 'Not Found' });
    if (body) return create(response, body);
    return send(response, 200, found(url.searchParams).map(shown));
  }

  function create(response: ServerResponse, body: Record<string, string>): void {
    const head = (kind === 'gitlab' ? body.source_branch : body.head) ?? '';
    const base = (kind === 'gitlab' ? body.target_branch : body.base) ?? '';
    const branches = forge.git('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads').split('\n');
    const refusal = refusalOf(head, branches.includes(head) && branches.includes(base));
    if (refusal) {
      send(response, ...refusal);
      return;
    }
    const merge = {
      number: merges.length + 1,
      head,
      base,
      title: body.title ?? '',
      body: (kind === 'gitlab' ? body.description : body.body) ?? '',
    };
    merges.push(merge);
    send(response, 201, shown(merge));
  }

  function refusalOf(head: string, isKnown: boolean): [status: number, body: unknown] | undefined {
    if (!isKnown) return [kind === 'gitea' ? 404 : 422, { message: 'Validation Failed' }];
    if (!merges.some((one) => one.head === head && one.ended === undefined)) return undefined;
    const message = `A pull request already exists for portal:${head}.`;
    if (kind === 'github')
      return [422, { message: 'Validation Failed', errors: [{ resource: 'PullRequest', message }] }];
    return [409, { message: kind === 'gitlab' ? ['Another open merge request already exists'] : message }];
  }

  function found(query: URLSearchParams): Merge[] {
    if (kind === 'github') return merges.filter(({ head }) => `portal:${head}` === query.get('head'));
    if (kind === 'gitlab') return merges.filter(({ head }) => head === query.get('source_branch'));
    const limit = Number(query.get('limit'));
    const page = Number(query.get('page'));
    return merges.toReversed().slice((page - 1) * limit, page * limit);
  }

  function shown({ number, head, title, ended }: Merge): object {
    if (kind === 'gitlab')
      return {
        iid: number,
        title,
        state: ended ?? 'opened',
        web_url: `${web}/${repository}/-/merge_requests/${number}`,
      };
    const state = ended ? 'closed' : 'open';
    const html_url = `${web}/${repository}/pulls/${number}`;
    const merged_at = ended === 'merged' ? '2026-11-03T10:00:00Z' : null;
    const merged = kind === 'gitea' ? { merged: ended === 'merged' } : {};
    const ref = ended ? `refs/pull/${number}/head` : head;
    return {
      number,
      title,
      state,
      // As a real Gitea answers when the branch is deleted with the request.
      head: kind === 'gitea' ? { label: head, ref } : { label: `portal:${head}`, ref: head },
      html_url,
      merged_at,
      ...merged,
    };
  }

  async function serveGit(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, given = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [user, password] = Buffer.from(given, 'base64').toString().split(':');
    if (!user || password !== token) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH ?? '',
        GIT_PROJECT_ROOT: projects,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: user,
        REMOTE_ADDR: '127.0.0.1',
        REQUEST_METHOD: request.method ?? '',
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        HTTP_GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(child, 'close');
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    for (const line of output.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      if (name === 'Status') response.statusCode = Number(value.slice(0, 3));
      else response.setHeader(name, value);
    }
    response.end(output.subarray(end + 4));
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
