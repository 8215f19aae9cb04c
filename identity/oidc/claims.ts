import { decodeJwt } from 'jose';
import { knownRoles, type Said } from '../people/people.ts';
import type { OidcSettings } from '../settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Role names of the provider may carry our name before them: `ponyatno-writer`. */
const prefix = 'ponyatno-';

/**
 * What the tokens say of a person. Keycloak puts roles into the access token only; both tokens come straight from the provider,
 * and of the ID token the signature has been checked before. The ID token wins.
 */
export function claimsOf(tokens: { idToken?: string | undefined; accessToken?: string | undefined }): Claims {
  return { ...decoded(tokens.accessToken), ...decoded(tokens.idToken) };
}

function decoded(token: string | undefined): Claims {
  if (token === undefined || token.split('.').length !== 3) return {};
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}

/** Name, roles and units by the claims, as the settings name them. */
export function saidBy(claims: Claims, { rolesClaim, unitsClaim, fallbackRole }: OidcSettings): Said {
  const { name } = claims;
  const roles = rolesClaim === undefined ? undefined : listAt(claims, rolesClaim);
  return {
    ...(typeof name === 'string' && name.trim() !== '' ? { name: name.slice(0, 100) } : {}),
    ...(roles === undefined
      ? {}
      : {
          roles: knownRoles(
            roles.map((role) => (role.startsWith(prefix) ? role.slice(prefix.length) : role)),
          ),
        }),
    ...(unitsClaim === undefined ? {} : { units: listAt(claims, unitsClaim) }),
    ...(fallbackRole === undefined ? {} : { fallbackRole }),
  };
}

/** The words at a path of the claims: a list, or one word; nothing there is an empty list. */
export function listAt(claims: Claims, path: string): string[] {
  // A claim may have dots in its own name, as addresses in claims of Auth0 do.
  let value: unknown = Object.hasOwn(claims, path) ? claims[path] : undefined;
  if (value === undefined) {
    value = claims;
    for (const part of path.split('.'))
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Claims)[part]
          : undefined;
  }
  const list = Array.isArray(value) ? value : [value];
  return list.filter((word): word is string => typeof word === 'string');
}
