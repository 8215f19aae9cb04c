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
 * Whether the request was addressed to this server by a name of ours: of this computer, or one that the administrator gave. Without
 * this check a foreign page could give its own name our address (DNS rebinding), and its `Origin` would equal its `Host`.
 *
 * @param names names besides those of this computer: of PONYATNO_URL and PONYATNO_HOST
 */
export function isOwnHost(headers: IncomingHttpHeaders, names: readonly string[] = []): boolean {
  const name = headers.host === undefined ? undefined : nameOf(headers.host);
  return name !== undefined && (isLoopback(name) || names.includes(name));
}

/** The names this server answers to besides those of its computer. */
export function namesOf(address: string | undefined, host: string): string[] {
  const given = address === undefined ? [] : [new URL(address).hostname.replace(/^\[(.*)\]$/, '$1')];
  // Who listens on every address has no name by that.
  return [...given, ...(/^(?:0\.0\.0\.0|::)$/.test(host) ? [] : [host])];
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
