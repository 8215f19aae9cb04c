import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Who commits, and when. */
export interface CommitOptions {
  /** ISO with an offset: `2026-11-10T09:00:00+07:00`. */
  readonly at: string;
  readonly by?: string;
  readonly email?: string;
  readonly message?: string;
}

/** A real git repository for one test, with commits at chosen times. It is removed when the test is over. */
export class GitRepository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a repository with the branch `main` and nothing in it. */
  static async create(): Promise<GitRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'ponyatno-git-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const repository = new GitRepository(folder);
    repository.git(['init', '--quiet', '--initial-branch=main']);
    return repository;
  }

  /** Clones the repository; only the last commit with `shallow`, without the files of old commits with `blobless`. */
  async clone({
    shallow = false,
    blobless = false,
  }: {
    shallow?: boolean;
    blobless?: boolean;
  }): Promise<GitRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'ponyatno-clone-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const partial = [...(shallow ? ['--depth=1'] : []), ...(blobless ? ['--filter=blob:none'] : [])];
    if (blobless) this.git(['config', 'uploadpack.allowFilter', 'true']);
    this.git(['clone', '--quiet', ...partial, `file://${this.folder}`, folder]);
    return new GitRepository(folder);
  }

  /** Runs git as a person at a time, without the settings of this machine. */
  git(
    args: readonly string[],
    { at = '2026-11-01T00:00:00Z', by = 'Анна Иванова', email }: Partial<CommitOptions> = {},
  ): string {
    const address = email ?? 'anna@example.ru';
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        HOME: this.folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: by,
        GIT_AUTHOR_EMAIL: address,
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_NAME: by,
        GIT_COMMITTER_EMAIL: address,
        GIT_COMMITTER_DATE: at,
      },
    });
  }

  /** Writes a file without committing it. */
  async write(file: string, text: string): Promise<void> {
    const path = join(this.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Commits everything there is. */
  commit({ message = 'Правка', ...options }: CommitOptions): void {
    this.git(['add', '--all'], options);
    this.git(['commit', '--quiet', '--message', message], options);
  }

  /** Writes files and commits them. */
  async commitFiles(files: Readonly<Record<string, string>>, options: CommitOptions): Promise<void> {
    for (const [file, text] of Object.entries(files)) await this.write(file, text);
    this.commit(options);
  }
}
