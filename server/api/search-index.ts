import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Audience } from '#knowledge';
import { indexFileOf } from '#search';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Call, Route } from '../http/router.ts';
import { accepts } from './language-file.ts';

/** The index of the search as browsers keep it. */
interface Published {
  readonly version: string;
  readonly publishedAt: Date;
  /** Compressed when first asked for. */
  compressed(encoding: 'br' | 'gzip'): Promise<Buffer>;
}

/** Where browsers get the index from, so that they answer by themselves. */
export interface SearchIndexResource {
  readonly routes: readonly Route[];
  /** The files have been written anew. */
  renew(): void;
}

/**
 * `GET /api/search/index`: the newest version and where its files are. `GET /api/search/index/:version`: the file itself, to be kept
 * for ever. Who asks gets the index of what he may see: the one for the public has no word of a page for staff in it.
 */
export function searchIndexResource(
  indexFolder: string,
  dictionaryUrl: string,
  audienceOf: (call: Call) => Audience,
): SearchIndexResource {
  const published = new Map<Audience, Promise<Published>>();
  const newest = (call: Call) => {
    const audience = audienceOf(call);
    const known = published.get(audience);
    if (known !== undefined) return known;
    const read = readPublished(indexFileOf(indexFolder, audience));
    published.set(audience, read);
    read.catch(() => published.delete(audience));
    return read;
  };
  return {
    renew: () => published.clear(),
    routes: [
      {
        method: 'GET',
        path: '/api/search/index',
        access: 'search.staff',
        async handle(call) {
          const { version, publishedAt } = await newest(call);
          call.response.setHeader('Cache-Control', 'no-cache');
          sendJson(call.response, 200, {
            index: `/api/search/index/${version}`,
            dictionary: dictionaryUrl,
            publishedAt: publishedAt.toISOString(),
          });
        },
      },
      {
        method: 'GET',
        path: '/api/search/index/:version',
        access: 'search.staff',
        async handle(call) {
          const { request, response, params } = call;
          const index = await newest(call);
          if (params.version !== index.version)
            throw new Refusal(404, 'other-version', 'Этот индекс больше не отдаётся: возьмите новый.');
          const encoding = accepts(request.headers['accept-encoding'], 'br') ? 'br' : 'gzip';
          const body = await index.compressed(encoding);
          response.setHeader('Content-Type', 'application/octet-stream');
          response.setHeader('Content-Encoding', encoding);
          response.setHeader('Content-Length', body.length);
          response.setHeader('Vary', 'Accept-Encoding');
          // Not for caches between the server and the person: the next person may be somebody else.
          response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
          response.end(request.method === 'HEAD' ? undefined : body);
        },
      },
    ],
  };
}

async function readPublished(file: string): Promise<Published> {
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    const bodies = new Map<string, Promise<Buffer>>();
    return {
      version: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
      publishedAt: mtime,
      compressed(encoding) {
        const body = bodies.get(encoding) ?? compress(bytes, encoding);
        bodies.set(encoding, body);
        return body;
      },
    };
  } catch {
    throw new Refusal(503, 'no-index', 'Поисковый индекс ещё не собран. Повторите через минуту.', {
      'Retry-After': '60',
    });
  }
}

function compress(bytes: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  return encoding === 'gzip'
    ? promisify(gzip)(bytes)
    : // The best quality takes a minute for ten thousand pages and saves a tenth.
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
