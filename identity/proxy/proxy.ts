import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { anonymous, type Identity } from '../identity.ts';
import { knownRoles, type People, personOf } from '../people/people.ts';
import { AccountProblem } from '../people/problem.ts';
import type { ProxySettings } from '../settings.ts';
import { peersOf } from './peers.ts';

const secretHeader = 'x-ponyatno-secret';
const userHeader = 'x-ponyatno-user';
const nameHeader = 'x-ponyatno-name';
const rolesHeader = 'x-ponyatno-roles';
const unitsHeader = 'x-ponyatno-units';
const ours = [secretHeader, userHeader, nameHeader, rolesHeader, unitsHeader];
const longestValue = 1_000;

/**
 * Who the proxy says it is. A request without headers of ours is left to the cookie (undefined). One with headers that are not beyond
 * doubt — from another peer, without the secret, twice, under a name spelled otherwise — is nobody's, cookie or not.
 */
export function resolveProxy(
  request: IncomingMessage,
  { peers, secret, fallbackRole }: ProxySettings,
  people: People,
): Identity | undefined {
  const claims = claimsOf(request.rawHeaders);
  if (claims === undefined) return anonymous;
  if (claims.size === 0) return undefined;
  const email = claims.get(userHeader);
  if (email === undefined || !peersOf(peers)(request.socket.remoteAddress ?? '')) return anonymous;
  if (!sameText(claims.get(secretHeader) ?? '', secret)) return anonymous;
  try {
    const person = personOfClaims(claims, email, people, fallbackRole);
    return person === undefined ? anonymous : { person };
  } catch (error) {
    if (error instanceof AccountProblem || error instanceof URIError) return anonymous;
    throw error;
  }
}

/** The headers of ours in a request; undefined when they are not as one honest proxy sends them. */
function claimsOf(raw: readonly string[]): Map<string, string> | undefined {
  const claims = new Map<string, string>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    // Servers on the way take «_» for «-»: whoever writes it so wants to slip by the proxy, which removes only the right spelling.
    const meant = name.replaceAll(/[^a-z0-9]+/g, '-');
    if (!ours.includes(meant)) continue;
    const value = raw[index + 1] ?? '';
    const listed = meant !== secretHeader && value.includes(',');
    if (name !== meant || claims.has(meant) || listed || value.length > longestValue || /\p{Cc}/u.test(value))
      return undefined;
    claims.set(meant, value);
  }
  return claims;
}

function personOfClaims(
  claims: ReadonlyMap<string, string>,
  email: string,
  people: People,
  fallbackRole: ProxySettings['fallbackRole'],
): Identity['person'] {
  const said = claims.get(rolesHeader);
  const roles = said === undefined ? undefined : knownRoles(words(said));
  const units = claims.get(unitsHeader);
  const name = decodeURIComponent(claims.get(nameHeader) ?? '') || undefined;
  const account = people.follow(email, {
    ...(name === undefined ? {} : { name }),
    ...(roles === undefined ? {} : { roles }),
    ...(units === undefined ? {} : { units: words(units) }),
    ...(fallbackRole === undefined ? {} : { fallbackRole }),
  });
  return account === undefined || account.blocked ? undefined : personOf(account);
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Compares without telling by time how much was right. */
function sameText(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
