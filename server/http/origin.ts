import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../configuration.ts';

/** The name in a `Host` header or an origin, without port and brackets. */
function nameOf(host: string): string | undefined {
  if (!URL.canParse(`http://${host}`)) return undefined;
  const url = new URL(`http://${host}`);
  if (url.host !== host.toLowerCase() && `${url.host}:80` !== host.toLowerCase()) return undefined;
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * Whether the request was addressed to this server by a name of this computer. Without this check a foreign page could
 * give its own name our address (DNS rebinding), and its `Origin` would equal its `Host`.
 */
export function isOwnHost(headers: IncomingHttpHeaders): boolean {
  const name = headers.host === undefined ? undefined : nameOf(headers.host);
  return name !== undefined && isLoopback(name);
}

/**
 * Whether a request that changes something, or opens a socket, comes from a page of ours. Browsers send `Origin` with
 * both; a program without a browser has no person's session to abuse, and sends none.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === undefined || isSameSite(headers);
  return origin === `http://${host}` || origin === `https://${host}`;
}

function isSameSite(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
}
