import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anonymous, type Identity } from '../identity.ts';
import type { OidcSettings } from '../settings.ts';
import { accountsOfTest, keyOf, password, personWith, place, requestWith } from '../testing/accounts.ts';

const clientId = 'ponyatno';
const clientSecret = 'a secret of the test, long enough';
const url = 'http://127.0.0.1:4321';

/** Makes another ID token out of the one the provider would send, with the provider's own key. */
type Forge = (claims: JWTPayload, sign: (claims: JWTPayload) => Promise<string>) => Promise<string>;

const kid = 'of-the-test';
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const signWith = (key: typeof privateKey) => (claims: JWTPayload) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

/** A real OpenID provider with the addresses of Keycloak: its issuer has a path. Everybody is the named person at once. */
async function providerOf(
  claims: Record<string, unknown>,
  forge?: Forge,
): Promise<{ issuer: string; seen: string[] }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/x`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${url}/api/sign-in/callback/oidc`],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }] },
    claims: { email: ['email', 'email_verified'], profile: ['name'], openid: ['sub', 'realm_access'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...claims }) }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: 'anna' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    interactions: { url: () => '/realms/x/interaction' },
  });
  const seen: string[] = [];
  const answer = provider.callback();
  server.on('request', async (request: IncomingMessage, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/realms/x/interaction') {
      await provider.interactionFinished(request, response, { login: { accountId: 'anna' } });
      return;
    }
    if (forge !== undefined && request.url === '/realms/x/token') forgeToken(response, forge);
    // As a reverse proxy with a path before the provider.
    Object.assign(request, { originalUrl: request.url });
    request.url = request.url?.replace(/^\/realms\/x/, '') ?? '/';
    answer(request, response);
  });
  return { issuer, seen };
}

/** Puts another ID token into the answer of the provider. */
function forgeToken(response: ServerResponse, forge: Forge): void {
  const end = response.end.bind(response);
  response.end = (body?: unknown) => {
    const answer = JSON.parse(String(body)) as { id_token: string };
    forge(decodeJwt(answer.id_token), signWith(privateKey)).then((token) => {
      const forged = Buffer.from(JSON.stringify({ ...answer, id_token: token }));
      response.setHeader('Content-Length', forged.length);
      end(forged);
    });
    return response;
  };
}

/** Walks through the provider as a browser does; gives the query with which it comes back. */
async function walk(location: string): Promise<string> {
  let cookies: string[] = [];
  let at = location;
  for (let step = 0; step < 8 && !at.startsWith(`${url}/api/`); step += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: cookies.join('; ') } });
    cookies = [...cookies, ...answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')];
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`${answer.status} ${await answer.text()}`);
    at = new URL(next, at).href;
  }
  return new URL(at).search;
}

const cookieOf = (cookies: readonly string[]) => cookies.map((line) => line.split(';')[0]).join('; ');
const anna = { email: 'anna@example.ru', email_verified: true, name: 'Анна Белова' };

async function setUp(
  claims: Record<string, unknown>,
  settings: Partial<OidcSettings> = {},
  forge: Forge | undefined = undefined,
) {
  const { issuer, seen } = await providerOf(claims, forge);
  const accounts = await accountsOfTest({ url, oidc: { issuer, clientId, clientSecret, ...settings } });
  const { oidc } = accounts;
  if (oidc === undefined) throw new Error('no provider');
  const signIn = async (former?: Identity) => {
    const begun = await oidc.begin('/drafts');
    return oidc.finish(await walk(begun.location), cookieOf(begun.cookies), { ...place, former });
  };
  return { accounts, oidc, seen, signIn };
}

describe('signing in through an OpenID provider', () => {
  it('takes in who has a role there, with PKCE, state and nonce, and back to the page', async () => {
    const { accounts, oidc, signIn } = await setUp(
      { ...anna, realm_access: { roles: ['ponyatno-writer', 'offline_access'] } },
      { rolesClaim: 'realm_access.roles' },
    );
    const asked = new URL((await oidc.begin('/')).location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^.{16,}$/);
    const { location, cookies } = await signIn();
    expect(location).toBe('/drafts');
    const { person } = await accounts.resolveIdentity(requestWith(cookies));
    expect(person).toMatchObject({ name: 'Анна Белова', email: 'anna@example.ru', roles: ['writer'] });
    const again = await signIn();
    expect((await accounts.resolveIdentity(requestWith(again.cookies))).person?.id).toBe(person?.id);
  });

  it('the provider of the test refuses who leaves PKCE out', async () => {
    const { oidc } = await setUp(anna);
    const asked = new URL((await oidc.begin('/')).location);
    asked.searchParams.delete('code_challenge');
    expect(await walk(asked.href)).toContain('error=invalid_request');
  });

  it.each([
    [{}, 'no-role'],
    [{ fallbackRole: 'reader' as const }, undefined],
  ])('who has no role gets what the configuration says: %j', async (settings, problem) => {
    const { accounts, signIn } = await setUp(anna, settings);
    const { location, cookies } = await signIn();
    expect(location).toBe(problem === undefined ? '/drafts' : `/sign-in?problem=${problem}`);
    const { person } = await accounts.resolveIdentity(requestWith(cookies));
    expect(person?.roles).toEqual(problem === undefined ? ['reader'] : undefined);
  });

  it('refuses another state, another browser, and a code that was used', async () => {
    const { oidc } = await setUp(anna, { fallbackRole: 'reader' });
    const begun = await oidc.begin('/');
    const back = await walk(begun.location);
    const cookie = cookieOf(begun.cookies);
    const forged = back.replace(/state=[^&]+/, 'state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect((await oidc.finish(forged, cookie, place)).cookies).toEqual([]);
    const other = await oidc.begin('/');
    expect((await oidc.finish(back, cookieOf(other.cookies), place)).cookies).toEqual([]);
    const fresh = await oidc.begin('/');
    const query = await walk(fresh.location);
    expect((await oidc.finish(query, cookieOf(fresh.cookies), place)).location).toBe('/');
    expect((await oidc.finish(query, cookieOf(fresh.cookies), place)).cookies).toEqual([]);
  });

  it('refuses a provider that calls itself otherwise', async () => {
    const { issuer } = await providerOf(anna);
    const accounts = await accountsOfTest({ url, oidc: { issuer: `${issuer}/`, clientId, clientSecret } });
    expect((await accounts.oidc?.begin('/'))?.location).toBe('/sign-in?problem=unavailable');
  });

  it('does not give somebody’s account to an address that the provider has not verified', async () => {
    const { accounts, signIn } = await setUp({ ...anna, email_verified: false }, { fallbackRole: 'reader' });
    await personWith(accounts, 'Главный', 'administrator');
    await accounts.management.add({ name: 'Анна', email: anna.email, roles: ['administrator'] }, undefined);
    expect((await signIn()).cookies).toEqual([]);
  });

  it('keeps no account of who has no role, says whom to ask, and lets in whom an administrator then adds', async () => {
    const { accounts, oidc, signIn } = await setUp(anna);
    await personWith(accounts, 'Главный', 'administrator');
    const { location } = await signIn();
    expect(oidc.problemText(new URL(location, url).searchParams.get('problem'))).toMatch(
      /Попросите роль у администратора .*адрес почты/,
    );
    expect(accounts.people.findByEmail(anna.email)).toBeUndefined();
    expect(accounts.events.at(-1)).toEqual({
      kind: 'sign-in-failed',
      address: place.address,
      detail: 'no-role',
    });
    const added = await accounts.management.add(
      { name: 'Анна', email: anna.email, roles: ['writer'] },
      undefined,
    );
    const { cookies } = await signIn();
    expect((await accounts.resolveIdentity(requestWith(cookies))).person).toMatchObject({
      id: added.id,
      roles: ['writer'],
    });
  });

  it('keeps the account of who has worked here and has lost the role, without a way in', async () => {
    const claims: { realm_access: { roles: string[] } } = { realm_access: { roles: ['writer'] } };
    const { accounts, signIn } = await setUp(
      { ...anna, ...claims },
      { rolesClaim: 'realm_access.roles' },
      // What the provider says changes between two sign-ins.
      (token, sign) => sign({ ...token, ...claims }),
    );
    const { cookies } = await signIn();
    claims.realm_access = { roles: [] };
    expect((await signIn()).location).toBe('/sign-in?problem=no-role');
    expect(accounts.people.findByEmail(anna.email)).toMatchObject({ roles: [] });
    expect(await accounts.resolveIdentity(requestWith(cookies))).toBe(anonymous);
  });
});

describe('an ID token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const forgeries: Readonly<Record<string, Forge>> = {
    'that has expired': (token, sign) => sign({ ...token, iat: now() - 7_200, exp: now() - 3_600 }),
    'for another client': (token, sign) => sign({ ...token, aud: 'another' }),
    'for another sign-in': (token, sign) => sign({ ...token, nonce: 'A'.repeat(43) }),
    'without the nonce that was asked for': ({ nonce: _nonce, ...token }, sign) => sign(token),
    'of another provider': (token, sign) => sign({ ...token, iss: 'https://sso.example.com' }),
    'signed with another key': async (token) => signWith((await generateKeyPair('RS256')).privateKey)(token),
    'that nobody has signed': async (token) =>
      [{ alg: 'none' }, token]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .concat('')
        .join('.'),
    'without an address': ({ email: _email, ...token }, sign) => sign(token),
  };

  it('lets in as the provider has signed it: the forgeries below fail for their own reason', async () => {
    const { accounts, signIn } = await setUp(anna, { fallbackRole: 'reader' }, (token, sign) => sign(token));
    const { cookies } = await signIn();
    expect((await accounts.resolveIdentity(requestWith(cookies))).person?.email).toBe(anna.email);
  });

  it.each(Object.entries(forgeries))('%s opens nothing and leaves no account', async (_name, forge) => {
    const { accounts, signIn } = await setUp(anna, { fallbackRole: 'reader' }, forge);
    expect(await signIn()).toEqual({ location: '/sign-in?problem=refused', cookies: [] });
    expect(accounts.people.list()).toEqual([]);
    expect(accounts.events.at(-1)).toMatchObject({ kind: 'sign-in-failed', detail: 'oidc' });
  });
});

describe('the session that a browser brings with it', () => {
  /** Vera signs in, and somebody puts her session into the browser of Anna. */
  async function planted() {
    const { accounts, signIn } = await setUp(anna, { fallbackRole: 'reader' });
    const vera = await personWith(accounts, 'Вера', 'writer');
    const { cookies } = await accounts.passwords.signIn(vera.email, password, place);
    const former = await accounts.resolveIdentity(requestWith(cookies));
    const others = await accounts.passwords.signIn(vera.email, password, place);
    return { accounts, signIn, former, cookies, others, email: vera.email, id: vera.id };
  }

  it.each(['password', 'link', 'oidc'] as const)('ends with a sign-in by %s, and no other', async (way) => {
    const { accounts, signIn, former, cookies, others } = await planted();
    const pavel = await personWith(accounts, 'Павел', 'operator');
    const begun = {
      password: () => accounts.passwords.signIn(pavel.email, password, { ...place, former }),
      link: async () =>
        accounts.passwords.useLink(keyOf(await accounts.management.link(pavel.id, undefined)), password, {
          ...place,
          former,
        }),
      oidc: () => signIn(former),
    };
    const fresh = await begun[way]();
    expect(await accounts.resolveIdentity(requestWith(cookies))).toBe(anonymous);
    const now = await accounts.resolveIdentity(requestWith(fresh.cookies));
    expect(now.person?.id).not.toBe(former.person?.id);
    expect(now.session).not.toBe(former.session);
    expect((await accounts.resolveIdentity(requestWith(others.cookies))).person).toEqual(former.person);
  });

  it('stays when nobody signs in: a wrong password, a spent link, a refusal of the provider', async () => {
    const { accounts, former, cookies, email } = await planted();
    const here = { ...place, former };
    await expect(accounts.passwords.signIn(email, 'неверный пароль здесь', here)).rejects.toThrow();
    await expect(accounts.passwords.useLink('spent', password, here)).rejects.toThrow();
    await accounts.oidc?.finish('?error=access_denied', '', here);
    expect((await accounts.resolveIdentity(requestWith(cookies))).person).toEqual(former.person);
  });
});
