import { access, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { z } from 'zod';
import { Refusal, sendRefusal } from './http/answer.ts';
import { workerPolicy } from './http/headers.ts';

/** To whom a page or a file goes. */
export interface Receiver {
  /** Whether everybody gets the same: caches on the way may keep it. */
  readonly shared: boolean;
  /** Whether it is somebody who may see our pages at all. */
  readonly known: boolean;
}

/** The built site. Whether somebody may have a page is decided before. */
export interface Pages {
  /** Answers a request for a page or a file. */
  answer(request: IncomingMessage, response: ServerResponse, locals: object, to: Receiver): Promise<void>;
  /** There is no such page. */
  sendNotFound(response: ServerResponse): void;
  /** The person has no right to it. */
  sendForbidden(response: ServerResponse): void;
  /** Rejects when the build has gone from under the server. */
  check(): Promise<void>;
}

const entrySchema = z.object({
  handler: z.custom<
    (
      request: IncomingMessage,
      response: ServerResponse,
      next: () => void,
      locals: object,
    ) => Promise<void> | void
  >((value) => typeof value === 'function'),
});

/**
 * Serves a built site: prerendered pages and assets from disk, the pages rendered on demand by Astro's handler, and
 * for everything else the site's own 404 page.
 *
 * @param site the folder of the build
 * @throws when the folder holds no build
 */
export async function createPages(site: string): Promise<Pages> {
  const client = join(site, 'client');
  const entry = entrySchema.parse(await import(pathToFileURL(join(site, 'server', 'entry.mjs')).href));
  const notFoundPage = await readFile(join(client, '404.html'));
  const forbiddenPage = await readFile(join(client, 'forbidden', 'index.html'));
  const files = sirv(client, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    setHeaders(response, path) {
      // Names under _astro carry a digest of their content.
      const immutable = path.startsWith('/_astro/');
      if (/^\/_astro\/lint-worker-[\w-]+\.js$/.test(path) && workerPolicy !== undefined)
        response.setHeader('Content-Security-Policy', workerPolicy);
      if (immutable) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });

  function send(response: ServerResponse, status: number, page: Buffer): void {
    response.statusCode = status;
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Length', page.length);
    response.end(response.req.method === 'HEAD' ? undefined : page);
  }

  const sendNotFound = (response: ServerResponse) => send(response, 404, notFoundPage);

  return {
    check: () => access(join(client, '404.html')),
    sendNotFound,
    sendForbidden: (response) => send(response, 403, forbiddenPage),
    async answer(request, response, locals, { shared, known }) {
      const readsOnly = request.method === 'GET' || request.method === 'HEAD';
      response.setHeader('Cache-Control', shared ? 'no-cache' : 'private, no-cache');
      if (readsOnly && (await sentFromDisk(files, request, response))) return;
      response.setHeader('Cache-Control', 'no-store');
      const nothing = () => {
        if (known) sendNotFound(response);
        else sendRefusal(response, new Refusal(404, 'not-found', 'Такого адреса нет: проверьте его.'));
      };
      await entry.handler(request, response, nothing, locals);
    },
  };
}

/** Whether the request was answered with a file. */
function sentFromDisk(
  files: ReturnType<typeof sirv>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    response.once('close', () => resolve(true));
    response.once('error', reject);
    files(request, response, () => resolve(false));
  });
}
