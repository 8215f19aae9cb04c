import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { dictionaryFile } from '@ponyatno/russian/node';
import sirv from 'sirv';
import { readContent } from '#knowledge';
import { RatingLog } from '#refresh';
import { startSearch } from '#search';
import { languageFile } from '../api/language-file.ts';
import { searchRoute } from '../api/search.ts';
import { searchIndexResource } from '../api/search-index.ts';
import { createLimits, type Limits } from '../http/limits.ts';
import { type Api, createApi, type Route } from '../http/router.ts';
import type { PublicSite } from '../site/public-build.ts';
import { ratingPath, ratingRoute } from './rating.ts';

/** What somebody we do not know is given: files, a search and a form that know no page of the staff's. */
export interface AnonymousSite {
  /** Answers with a file of the public site; false when it has none there. */
  sendFile(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** The API for everybody, for the paths it has. */
  apiOf(path: string): Api | undefined;
  /** Resolves when its search has an index. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the public site for the visitors of a running server. Its search is a search of its own, with a worker and an index made from
 * the public content: no word of the staff's can be guessed, suggested or counted by it.
 */
export async function openAnonymousSite(
  { content: contentFolder, files }: PublicSite,
  dataFolder: string,
  say: (line: string) => void,
  limits: Limits = createLimits(),
): Promise<AnonymousSite> {
  const { content } = await readContent(contentFolder);
  const indexFolder = resolve(dataFolder, 'search-public');
  const search = startSearch({ contentFolder, indexFolder, meilisearch: undefined }, say);
  const dictionary = languageFile('/api/public/dictionary', dictionaryFile);
  const indexes = searchIndexResource(indexFolder, dictionary.url, () => 'public');
  search.onPublished(indexes.renew);
  const ratings = new RatingLog(dataFolder);
  const routes: Route[] = [
    searchRoute((query, options) => search.ask(query, { ...options, audience: 'public' })),
    ...indexes.routes,
    dictionary.route,
    ratingRoute(content, ratings),
  ].map((route) => ({ ...route, access: 'open' }));
  const api = createApi(routes, undefined, limits);
  const notFound = await readFile(join(files, '404.html'));
  const send = sirv(files, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    setHeaders(response, path) {
      const immutable = path.startsWith('/_astro/') || /^\/search\/[0-9a-f]+\.(?:index|words)$/.test(path);
      response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      // The page itself may be the staff's for who has signed in: a cache must ask who it is.
      if (!immutable) response.setHeader('Vary', 'Cookie');
    },
  });
  const hidden = /^\/(?:404|500)(?:\.html)?$/;

  return {
    ready: search.ready,
    apiOf: (path) =>
      path === '/api/search' ||
      path.startsWith('/api/search/') ||
      path === '/api/public/dictionary' ||
      path === ratingPath
        ? api
        : undefined,
    async sendFile(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (hidden.test(request.url ?? '')) return sendPage(request, response, notFound);
      return new Promise((done, reject) => {
        response.once('close', () => done(true));
        response.once('error', reject);
        send(request, response, () => done(false));
      });
    },
    async close() {
      await search.close();
      ratings.close();
    },
  };
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: Buffer): boolean {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Length', page.length);
  response.end(request.method === 'HEAD' ? undefined : page);
  return true;
}
