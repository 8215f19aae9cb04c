import { access, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { z } from 'zod';
import { workerPolicy } from './http/headers.ts';

/** The built site. */
export interface Pages {
  /** Answers a request for a page or a file. */
  answer(request: IncomingMessage, response: ServerResponse, locals: object): Promise<void>;
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
      response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  function sendNotFound(response: ServerResponse): void {
    response.statusCode = 404;
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(notFoundPage);
  }

  return {
    check: () => access(join(client, '404.html')),
    async answer(request, response, locals) {
      const readsOnly = request.method === 'GET' || request.method === 'HEAD';
      if (readsOnly && (await sentFromDisk(files, request, response))) return;
      if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
      await entry.handler(request, response, () => sendNotFound(response), locals);
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
