import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import { Refusal } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** A data file for the browser's linter: the shipped brotli file as it is, gzip for who cannot read that. */
export interface LanguageFile {
  /** With its version, so that it may be kept for ever: `/api/dictionary?v=…`. */
  readonly url: string;
  readonly route: Route;
}

/** Serves a brotli file at `path`; the gzip of it is made when the first browser asks for it. */
export function languageFile(path: `/api/${string}`, file: URL): LanguageFile {
  const brotli = readFileSync(file);
  const version = createHash('sha256').update(brotli).digest('hex').slice(0, 12);
  let gzipped: Promise<Buffer> | undefined;
  const gzipOf = async () => promisify(gzip)(await promisify(brotliDecompress)(brotli));
  return {
    url: `${path}?v=${version}`,
    route: {
      method: 'GET',
      path,
      async handle({ request, response, query }) {
        const asked = query.get('v');
        if (asked !== null && asked !== version)
          throw new Refusal(404, 'other-version', 'Файл этой версии больше не отдаётся: обновите страницу.');
        const takesBrotli = accepts(request.headers['accept-encoding'], 'br');
        if (!takesBrotli) gzipped ??= gzipOf();
        const body = takesBrotli ? brotli : await gzipped;
        response.setHeader('Content-Type', 'application/octet-stream');
        response.setHeader('Content-Encoding', takesBrotli ? 'br' : 'gzip');
        response.setHeader('Content-Length', body?.length ?? 0);
        response.setHeader('Vary', 'Accept-Encoding');
        response.setHeader(
          'Cache-Control',
          asked === null ? 'no-cache' : 'public, max-age=31536000, immutable',
        );
        response.end(request.method === 'HEAD' ? undefined : body);
      },
    },
  };
}

/** Whether a client takes an encoding: named, and not with q=0. */
export function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(
      ([name, ...parameters]) => name === encoding && !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)),
    );
}
