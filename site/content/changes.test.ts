import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastChanges } from './changes.ts';

let root: string;

function git(folder: string, day: string, ...args: string[]): void {
  const date = `${day}T10:00:00+07:00`;
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=Сотрудник', '-c', 'user.email=a@example.org', ...args],
    {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    },
  );
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ponyatno-changes-'));
  const repository = join(root, 'full');
  mkdirSync(join(repository, 'content/faq'), { recursive: true });
  git(repository, '2026-01-01', 'init', '--quiet', '--initial-branch=main');
  const commit = (file: string, text: string, day: string) => {
    writeFileSync(join(repository, file), text);
    git(repository, day, 'add', '.');
    git(repository, day, 'commit', '--quiet', '-m', 'Change');
  };
  commit('content/faq/a.mdx', 'один', '2026-03-12');
  commit('content/faq/сроки.mdx', 'два', '2026-04-01');
  commit('content/faq/a.mdx', 'три', '2026-05-05');
  commit('elsewhere.txt', 'четыре', '2026-06-06');
  writeFileSync(join(repository, 'content/faq/new.mdx'), 'пять');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository}`, join(root, 'shallow')]);
  mkdirSync(join(root, 'plain'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('lastChanges', () => {
  it('gives the day each file was last changed on the main line', async () => {
    expect([...(await lastChanges(join(root, 'full/content')))].sort()).toEqual([
      ['faq/a.mdx', '2026-05-05'],
      ['faq/сроки.mdx', '2026-04-01'],
    ]);
  });

  it('knows nothing from a shallow history: there every file would look new', async () => {
    expect((await lastChanges(join(root, 'shallow/content'))).size).toBe(0);
  });

  it('knows nothing outside of git', async () => {
    expect((await lastChanges(join(root, 'plain'))).size).toBe(0);
  });
});
