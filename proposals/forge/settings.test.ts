import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ForgeConfigurationError, readForge } from './settings.ts';

const whole = {
  PONYATNO_FORGE: 'gitlab',
  PONYATNO_FORGE_URL: 'https://git.example.ru',
  PONYATNO_FORGE_REPOSITORY: 'portal/content',
  PONYATNO_FORGE_TOKEN: 'glpat-123',
};

function problemsOf(env: Record<string, string>): string {
  try {
    readForge(env);
    return '';
  } catch (error) {
    if (error instanceof ForgeConfigurationError) return error.message;
    throw error;
  }
}

describe('the variables of proposals', () => {
  it('need not be there', () => {
    expect(readForge({})).toEqual({});
    expect(readForge({ PONYATNO_FORGE: '', PONYATNO_BRANCH: ' ' })).toEqual({});
    expect(readForge({ PONYATNO_BRANCH: 'release/2026' })).toEqual({ branch: 'release/2026' });
  });

  it.each([
    ['github', undefined, 'https://api.github.com', 'https://github.com'],
    ['github', 'https://github.com/', 'https://api.github.com', 'https://github.com'],
    ['github', 'https://ghe.example.ru/api/v3/', 'https://ghe.example.ru/api/v3', 'https://ghe.example.ru'],
    ['gitlab', undefined, 'https://gitlab.com/api/v4', 'https://gitlab.com'],
    [
      'gitlab',
      'http://git.local:8080/gitlab',
      'http://git.local:8080/gitlab/api/v4',
      'http://git.local:8080/gitlab',
    ],
    ['gitea', 'https://код.рф', 'https://xn--d1alm.xn--p1ai/api/v1', 'https://xn--d1alm.xn--p1ai'],
    ['GITEA', 'https://git.example.ru/api/v1', 'https://git.example.ru/api/v1', 'https://git.example.ru'],
  ])('tell the addresses of %s by %s', (kind, url, api, web) => {
    const { forge } = readForge({ ...whole, PONYATNO_FORGE: kind, PONYATNO_FORGE_URL: url });
    expect(forge).toMatchObject({ api, web });
  });

  it('take groups in groups of GitLab, and only there', () => {
    const nested = { ...whole, PONYATNO_FORGE_REPOSITORY: 'portal/units/content.git' };
    expect(readForge(nested).forge?.repository).toBe('portal/units/content');
    expect(problemsOf({ ...nested, PONYATNO_FORGE: 'gitea' })).toContain('PONYATNO_FORGE_REPOSITORY');
    for (const name of ['content', '/a/b', 'a/../b', 'a/b?x', 'a b/c', ''])
      expect(problemsOf({ ...whole, PONYATNO_FORGE_REPOSITORY: name })).toContain(
        'PONYATNO_FORGE_REPOSITORY',
      );
  });

  it('take the token from a file, and name a file that cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ponyatno-token-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'token');
    await writeFile(path, 'glpat-456\n');
    const env = { ...whole, PONYATNO_FORGE_TOKEN: '', PONYATNO_FORGE_TOKEN_FILE: path };
    expect(readForge(env).forge?.token).toBe('glpat-456');
    expect(problemsOf({ ...env, PONYATNO_FORGE_TOKEN_FILE: `${path}-none` })).toContain('не читается');
  });

  it('name every problem at once, and never the token', () => {
    const said = problemsOf({
      PONYATNO_FORGE: 'gitea',
      PONYATNO_BRANCH: '-x',
      PONYATNO_FORGE_REPOSITORY: 'x',
      PONYATNO_FORGE_TOKEN: 'two words',
    });
    expect(said.split('\n')).toHaveLength(4);
    expect(said).not.toContain('two words');
    const inUrl = problemsOf({ ...whole, PONYATNO_FORGE_URL: 'https://user:pa55@git.example.ru' });
    expect(inUrl).toContain('PONYATNO_FORGE_URL');
    expect(inUrl).not.toContain('pa55');
    expect(problemsOf({ PONYATNO_FORGE: 'svn' })).toContain('github, gitlab или gitea');
    for (const url of ['ftp://x.ru', 'git.example.ru', 'javascript:1'])
      expect(problemsOf({ ...whole, PONYATNO_FORGE_URL: url })).toContain('PONYATNO_FORGE_URL');
  });

  it.each(['a..b', 'a b', 'x.lock', '/a', 'a/', 'a~1', 'a^', 'a:b', 'a@{1}', 'a\\b'])(
    'refuse «%s» as a branch',
    (name) => {
      expect(problemsOf({ PONYATNO_BRANCH: name })).toContain('PONYATNO_BRANCH');
    },
  );
});
