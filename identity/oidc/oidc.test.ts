import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OidcSettings } from '../settings.ts';
import { accountsOfTest, personWith, place, requestWith } from '../testing/accounts.ts';

const clientId = 'ponyatno';
const clientSecret = 'a secret of the test, long enough';
const url = 'http://127.0.0.1:4321';

/** A real OpenID provider with the addresses of Keycloak: its issuer has a path. Everybody is the named person at once. */
async function providerOf(claims: Record<string, unknown>): Promise<{ issuer: string; seen: string[] }> {
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
    // As a reverse proxy with a path before the provider.
    Object.assign(request, { originalUrl: request.url });
    request.url = request.url?.replace(/^\/realms\/x/, '') ?? '/';
    answer(request, response);
  });
  return { issuer, seen };
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

async function setUp(claims: Record<string, unknown>, settings: Partial<OidcSettings> = {}) {
  const { issuer, seen } = await providerOf(claims);
  const accounts = await accountsOfTest({ url, oidc: { issuer, clientId, clientSecret, ...settings } });
  const { oidc } = accounts;
  if (oidc === undefined) throw new Error('no provider');
  const signIn = async () => {
    const begun = await oidc.begin('/drafts');
    return oidc.finish(await walk(begun.location), cookieOf(begun.cookies), place);
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
});
