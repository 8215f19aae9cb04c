import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditKeeping } from '#identity';
import { ConfigurationError, isLoopback, readConfiguration } from './configuration.ts';

const folders = { dataFolder: '/data', contentFolder: '/content' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfiguration(env, folders);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('readConfiguration', () => {
  it('listens on this computer only, port 4321, when nothing is said', () => {
    expect(readConfiguration({}, folders)).toEqual({
      host: '127.0.0.1',
      port: 4321,
      accounts: { url: 'http://127.0.0.1:4321', required: false },
      audit: auditKeeping,
      ...folders,
    });
    expect(readConfiguration({ PONYATNO_HOST: '', PONYATNO_PORT: '' }, folders).port).toBe(4321);
  });

  it('takes the port and the host', () => {
    expect(readConfiguration({ PONYATNO_PORT: '8080', PONYATNO_HOST: '::1' }, folders)).toMatchObject({
      port: 8080,
      host: '::1',
    });
  });

  it('names every problem at once', () => {
    const problems = problemsOf({ PONYATNO_PORT: 'восемь', PONYATNO_HOST: 'не адрес' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('PONYATNO_PORT=восемь');
    expect(problems[1]).toContain('PONYATNO_HOST=не адрес');
  });

  it('takes the forge of proposals, and names its problems with the others', () => {
    const forge = { PONYATNO_FORGE: 'gitea', PONYATNO_FORGE_URL: 'https://git.example.ru' };
    expect(
      readConfiguration(
        {
          ...forge,
          PONYATNO_FORGE_REPOSITORY: 'portal/content',
          PONYATNO_FORGE_TOKEN: 'x1',
          PONYATNO_BRANCH: 'main',
        },
        folders,
      ).proposals,
    ).toMatchObject({ branch: 'main', forge: { kind: 'gitea', repository: 'portal/content' } });
    expect(problemsOf({ ...forge, PONYATNO_PORT: 'x' })).toHaveLength(3);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'intranet.example'])(
    'KB-1: refuses the public address %s while there are no accounts',
    (host) => {
      expect(problemsOf({ PONYATNO_HOST: host })[0]).toContain('учётных записей в системе нет');
    },
  );

  it('takes a whole number from 1 to 65535 as a port and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.string()), (value) => {
        const text = String(value);
        if (text === '') return;
        const number = Number(text);
        const good = Number.isInteger(number) && number >= 1 && number <= 65_535;
        expect(problemsOf({ PONYATNO_PORT: text }).length === 0).toBe(good);
      }),
    );
  });
});

describe('isLoopback', () => {
  it('knows the addresses of this computer', () => {
    expect(['127.0.0.1', '127.8.9.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['128.0.0.1', '127.example.com', '0.0.0.0', '::'].some(isLoopback)).toBe(false);
  });
});

describe('a proxy before the server', () => {
  const secret = 'x'.repeat(40);

  it('is believed about addresses when it is listed, and about people only with a secret', () => {
    const listed = readConfiguration({ PONYATNO_PROXY_PEERS: '10.0.0.5, 10.1.0.0/16' }, folders);
    expect(listed.proxyPeers).toEqual(['10.0.0.5', '10.1.0.0/16']);
    expect(listed.accounts.proxy).toBeUndefined();
    const trusted = readConfiguration(
      { PONYATNO_PROXY_PEERS: '10.0.0.5', PONYATNO_PROXY_SECRET: secret },
      folders,
    );
    expect(trusted.accounts.proxy).toEqual({ peers: ['10.0.0.5'], secret });
  });

  it.each([
    [{ PONYATNO_PROXY_PEERS: 'proxy.example.ru' }, 'PONYATNO_PROXY_PEERS'],
    [{ PONYATNO_PROXY_PEERS: '0.0.0.0/0' }, 'PONYATNO_PROXY_PEERS'],
    [{ PONYATNO_PROXY_PEERS: '10.0.0.0/33' }, 'PONYATNO_PROXY_PEERS'],
    [{ PONYATNO_PROXY_PEERS: ' , ' }, 'PONYATNO_PROXY_PEERS'],
    [{ PONYATNO_PROXY_SECRET: secret }, 'PONYATNO_PROXY_PEERS'],
    [{ PONYATNO_PROXY_PEERS: '10.0.0.5', PONYATNO_PROXY_SECRET: 'short' }, 'PONYATNO_PROXY_SECRET'],
    [{ PONYATNO_PROXY_PEERS: '10.0.0.5', PONYATNO_PROXY_DEFAULT_ROLE: 'reader' }, 'PONYATNO_PROXY_SECRET'],
  ])('%j is refused', (env, name) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each([
    [{}, false],
    [{ PONYATNO_URL: 'http://127.0.0.1:4321' }, false],
    [{ PONYATNO_URL: 'http://[::1]:4321' }, false],
    [{ PONYATNO_URL: 'https://faq.example.ru' }, true],
    [{ PONYATNO_PROXY_PEERS: '127.0.0.1' }, true],
  ])('KB-1: takes nobody for the person at this computer when others come by it: %j', (env, required) => {
    expect(readConfiguration(env, folders).accounts.required).toBe(required);
  });
});
