import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { Refusal } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** A data file for the browser's linter, compressed for the way: brotli, gzip for who cannot read that. */
export interface LanguageFile {
  /** With its version, so that it may be kept for ever: `/api/dictionary?v=…`. */
  readonly url: string;
  readonly route: Route;
}

/** The best level takes ten seconds for the words of the spelling dictionary, this one a second. */
const brotliParameters = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };

/** Serves a file at `path`. One that ships as brotli is sent as it is; all else is compressed when first asked for. */
export function languageFile(path: `/api/${string}`, file: URL): LanguageFile {
  const shipped = readFileSync(file);
  const version = createHash('sha256').update(shipped).digest('hex').slice(0, 12);
  const isBrotli = file.pathname.endsWith('.br');
  let brotlied: Promise<Buffer> | undefined;
  let gzipped: Promise<Buffer> | undefined;
  const brotliOf = async () =>
    isBrotli ? shipped : promisify(brotliCompress)(shipped, { params: brotliParameters });
  const gzipOf = async () => promisify(gzip)(isBrotli ? await promisify(brotliDecompress)(shipped) : shipped);
  return {
    url: `${path}?v=${version}`,
    route: {
      method: 'GET',
      path,
      access: 'knowledge.read',
      async handle({ request, response, query }) {
        const asked = query.get('v');
        if (asked !== null && asked !== version)
          throw new Refusal(404, 'other-version', 'Файл этой версии больше не отдаётся: обновите страницу.');
        const takesBrotli = accepts(request.headers['accept-encoding'], 'br');
        if (takesBrotli) brotlied ??= brotliOf();
        else gzipped ??= gzipOf();
        const body = await (takesBrotli ? brotlied : gzipped);
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
