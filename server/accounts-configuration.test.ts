import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAccounts } from '#identity';
import { ConfigurationError, readConfiguration } from './configuration.ts';

const secret = 'с'.repeat(32);

const everywhere = { PONYATNO_HOST: '0.0.0.0' };
const oidc = {
  PONYATNO_OIDC_ISSUER: 'https://sso.example.ru/realms/agency',
  PONYATNO_OIDC_CLIENT_ID: 'desk',
  PONYATNO_OIDC_CLIENT_SECRET: 'secret',
};
const proxy = { PONYATNO_PROXY_PEERS: '10.0.0.5, 10.1.0.0/16', PONYATNO_PROXY_SECRET: secret };

/** What the variables say of accounts, or every problem with them. */
function read(env: Record<string, string>, dataFolder = '/nowhere') {
  try {
    const { accounts } = readConfiguration(env, { dataFolder, contentFolder: '/content' });
    return { accounts, problems: [] };
  } catch (error) {
    if (error instanceof ConfigurationError) return { accounts: undefined, problems: error.problems };
    throw error;
  }
}

describe('the variables of accounts', () => {
  it('KB-1: ask nothing of a server for this computer, and a sign-in of one that others reach', () => {
    expect(read({}).accounts).toEqual({ url: 'http://127.0.0.1:4321', required: false });
    expect(read({ ...everywhere, PONYATNO_URL: 'https://faq.example.ru/' }).accounts).toEqual({
      url: 'https://faq.example.ru',
      required: true,
    });
  });

  it('KB-1: refuse a public address while nobody could sign in, and let it be with accounts', async () => {
    expect(read(everywhere).problems).toEqual([
      expect.stringMatching(/^PONYATNO_HOST=0\.0\.0\.0: учётных записей в системе нет.*user add/s),
    ]);
    for (const way of [oidc, proxy, { PONYATNO_URL: 'https://faq.example.ru' }])
      expect(read({ ...everywhere, ...way }).problems).toEqual([]);
    const dataFolder = await mkdtemp(join(tmpdir(), 'ponyatno-configured-'));
    onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
    const accounts = openAccounts({ dataFolder, url: 'http://127.0.0.1:4321' });
    const empty = read(everywhere, dataFolder).problems;
    await accounts.management.add(
      { name: 'Анна', email: 'anna@example.ru', roles: ['administrator'] },
      undefined,
    );
    accounts.close();
    expect(empty).toHaveLength(1);
    expect(read(everywhere, dataFolder)).toMatchObject({
      problems: [],
      accounts: { required: true },
    });
  });

  it.each([
    'faq.example.ru',
    'https://faq.example.ru/base',
    'ftp://faq.example.ru',
    'https://',
    'https://a b',
  ])('refuse PONYATNO_URL=%s', (url) => {
    expect(read({ PONYATNO_URL: url }).problems[0]).toMatch(/нужен адрес, по которому открывают/);
  });

  it('take an OpenID provider whole, with the claims that are named', () => {
    expect(read(oidc).accounts?.oidc).toEqual({
      issuer: oidc.PONYATNO_OIDC_ISSUER,
      clientId: 'desk',
      clientSecret: 'secret',
    });
    const named = {
      ...oidc,
      PONYATNO_OIDC_ROLES_CLAIM: 'realm_access.roles',
      PONYATNO_OIDC_UNITS_CLAIM: 'units',
      PONYATNO_OIDC_DEFAULT_ROLE: 'reader',
    };
    expect(read(named).accounts?.oidc).toMatchObject({
      rolesClaim: 'realm_access.roles',
      unitsClaim: 'units',
      fallbackRole: 'reader',
    });
  });

  it('name what an OpenID provider lacks, whichever part of it is there', () => {
    const names = Object.keys(oidc);
    fc.assert(
      fc.property(fc.subarray(names), (given) => {
        const { problems } = read(
          Object.fromEntries(Object.entries(oidc).filter(([name]) => given.includes(name))),
        );
        const missing = names.filter((name) => !given.includes(name));
        if (given.length === 0 || missing.length === 0) expect(problems).toEqual([]);
        else expect(problems).toEqual([expect.stringContaining(`не хватает: ${missing.join(', ')}.`)]);
      }),
    );
  });

  it.each([
    ['http://sso.example.ru', false],
    ['https://sso.example.ru/realms/x?a=1', false],
    ['https://sso.example.ru/#x', false],
    ['sso.example.ru', false],
    ['ldap://sso.example.ru', false],
    ['http://127.0.0.1.example.ru/realms/x', true],
    ['http://127.0.0.1:8080/realms/x', true],
    ['http://localhost:8080/realms/x', true],
    ['http://[::1]:8080/realms/x', true],
    ['https://sso.example.ru', true],
  ])('PONYATNO_OIDC_ISSUER=%s is taken: %s', (issuer, good) => {
    const { problems } = read({ ...oidc, PONYATNO_OIDC_ISSUER: issuer });
    expect(problems.length === 0, problems.join()).toBe(good);
  });

  it('take a proxy with its peers and its secret', () => {
    expect(read({ ...proxy, PONYATNO_PROXY_DEFAULT_ROLE: 'operator' }).accounts?.proxy).toEqual({
      peers: ['10.0.0.5', '10.1.0.0/16'],
      secret,
      fallbackRole: 'operator',
    });
  });

  it.each([
    [{ PONYATNO_PROXY_PEERS: '10.0.0.5', PONYATNO_PROXY_DEFAULT_ROLE: 'reader' }, 'PONYATNO_PROXY_SECRET'],
    [{ PONYATNO_PROXY_SECRET: secret }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_SECRET: 'short' }, 'PONYATNO_PROXY_SECRET'],
    [{ ...proxy, PONYATNO_PROXY_PEERS: 'proxy.example.ru' }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_PEERS: '10.0.0.0/33' }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_PEERS: '10.0.0.0/-1' }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_PEERS: '10.0.0.0/8/8' }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_PEERS: '2001:db8::/129' }, 'PONYATNO_PROXY_PEERS'],
    [{ ...proxy, PONYATNO_PROXY_DEFAULT_ROLE: 'boss' }, 'PONYATNO_PROXY_DEFAULT_ROLE'],
    [{ ...oidc, PONYATNO_OIDC_DEFAULT_ROLE: 'root' }, 'PONYATNO_OIDC_DEFAULT_ROLE'],
    [{ PONYATNO_SECRET: 'с'.repeat(31) }, 'PONYATNO_SECRET'],
  ])('refuse %j by the name of the variable', (env, name) => {
    const { problems } = read(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}\\b.*\\p{Script=Cyrillic}`, 'u'));
    // What is secret is not repeated in the output of a start.
    expect(problems[0]).not.toMatch(/short|сссс/);
  });

  it('take a secret that is long enough, and leave an empty variable as if it were not there', () => {
    expect(read({ PONYATNO_SECRET: secret }).accounts?.secret).toBe(secret);
    const empty = {
      PONYATNO_SECRET: '',
      PONYATNO_URL: '',
      PONYATNO_OIDC_ISSUER: '',
      PONYATNO_PROXY_PEERS: '',
    };
    expect(read(empty)).toEqual(read({}));
  });
});
