import { Refusal } from './answer.ts';

/** Where a request is addressed to. */
export interface Address {
  readonly url: URL;
  /**
   * The path of a page exactly as it was sent, without a slash at its end; undefined when it is written in a way that no address
   * of a page of ours is. What is checked is what is served: nothing is decoded, folded or resolved in between.
   */
  readonly page: string | undefined;
}

/** Letters, digits and four signs: ids of pages, files of the build, ids of drafts. */
const segments = /^(?:\/[A-Za-z0-9._~-]+)*\/?$/;
const longestPath = 1_000;

/**
 * The address of a request.
 *
 * @throws Refusal 400 for what no browser sends: a path that is no UTF-8 must not reach the file system
 */
export function addressOf(target = '/'): Address {
  const isPath = target.startsWith('/') && !target.startsWith('//') && URL.canParse(target, 'http://server');
  const url = isPath ? new URL(target, 'http://server') : undefined;
  if (url === undefined || !isDecodable(url.pathname))
    throw new Refusal(400, 'bad-address', 'Такого адреса быть не может: проверьте его.');
  return { url, page: pagePath(target) };
}

function pagePath(target: string): string | undefined {
  const path = /^[^?#]*/.exec(target)?.[0] ?? '';
  if (path.length > longestPath || !segments.test(path)) return undefined;
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return undefined;
  return path === '/' ? path : path.replace(/\/$/, '');
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
