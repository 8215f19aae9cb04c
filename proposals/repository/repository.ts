import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, RefreshError } from '#refresh';
import { ProposalError } from '../error.ts';

/** Where proposals start from. */
export interface Base {
  readonly commit: string;
  /** The name of the branch; undefined when the folder stands at a commit without a branch. */
  readonly branch: string | undefined;
}

/** A file as the base has it. */
export interface BaseFile {
  /** The hash of its blob. */
  readonly version: string;
  readonly mode: string;
  readonly text: string;
}

/** What a commit is made of. */
export interface NewCommit {
  readonly base: Base;
  /** Relative to the content folder. */
  readonly file: string;
  readonly text: string;
  readonly mode: string;
  readonly branch: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  readonly message: string;
}

/** Ready for what people have set for themselves and must not reach these commits. */
const plain = [
  '-c',
  'core.splitIndex=false',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'i18n.commitEncoding=UTF-8',
];

/**
 * The git repository that the content lies in, changed by plumbing alone: files, index and HEAD of the folder stay as they are,
 * whatever people are doing there.
 */
export class Repository {
  /** The top folder. */
  readonly root: string;
  readonly #prefix: string;

  private constructor(root: string, prefix: string) {
    this.root = root;
    this.#prefix = prefix;
  }

  /** @throws ProposalError when there is no git, no repository, or no commit in it */
  static async open(contentFolder: string): Promise<Repository> {
    try {
      const root = withoutEnd(await git(contentFolder, ['rev-parse', '--show-toplevel']));
      const prefix = withoutEnd(await git(contentFolder, ['rev-parse', '--show-prefix']));
      return new Repository(root, prefix);
    } catch (error) {
      throw noGit(error);
    }
  }

  /** The commit proposals start from: of the branch asked for, here or as last fetched; else what the folder stands at. */
  async base(branch?: string): Promise<Base> {
    if (branch === undefined) {
      const name = await this.#ask(['symbolic-ref', '--quiet', '--short', 'HEAD']);
      const commit = await this.#ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
      if (commit === undefined) throw new ProposalError('no-git', noCommit);
      return { commit, branch: name };
    }
    for (const name of [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`]) {
      const commit = await this.#ask([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${name}^{commit}`,
      ]);
      if (commit !== undefined) return { commit, branch };
    }
    throw new ProposalError(
      'no-branch',
      `Ветки «${branch}» из PONYATNO_BRANCH в хранилище нет, предложить правку некуда. Сообщите администратору: имя ветки нужно исправить.`,
    );
  }

  /**
   * A file of the content folder as a commit has it; undefined when it has none.
   *
   * @throws ProposalError when it is no text in UTF-8
   */
  async file(commit: string, file: string): Promise<BaseFile | undefined> {
    const path = this.#prefix + file;
    const entry = await git(this.root, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
    const [, mode, version] = /^(\d{6}) blob ([0-9a-f]+)\t/.exec(entry) ?? [];
    if (mode === undefined || version === undefined || mode === '120000') return undefined;
    const text = await git(this.root, ['cat-file', 'blob', version]);
    if (text.includes('\uFFFD')) throw notText(file);
    return { version, mode, text };
  }

  /** Whether the content folder is in a commit at all: it may lie ignored in somebody's repository. */
  async holdsContent(commit: string): Promise<boolean> {
    const entry = await git(this.root, [
      'ls-tree',
      '-z',
      '--full-tree',
      commit,
      '--',
      `${this.#prefix}agency.yml`,
    ]);
    return entry !== '';
  }

  /** Makes a commit of one changed file on a new branch; gives its id. */
  async commit({ base, file, text, mode, branch, author, committer, message }: NewCommit): Promise<string> {
    return this.#withFile(text, async (path, place) => {
      const index = { GIT_INDEX_FILE: join(place, 'index') };
      const run = async (args: string[], variables: Record<string, string> = {}) =>
        (await git(this.root, [...plain, ...args], { ...index, ...variables })).trim();
      const blob = await run(['hash-object', '-w', '--no-filters', '--', path]);
      await run(['read-tree', base.commit]);
      await run(['update-index', '--add', '--cacheinfo', `${mode},${blob},${this.#prefix}${file}`]);
      const tree = await run(['write-tree']);
      const words = join(place, 'message');
      await writeFile(words, message);
      const commit = await run(['commit-tree', tree, '-p', base.commit, '-F', words], {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
      });
      // An empty old value: the branch must not be there yet.
      await run(['update-ref', '-m', 'proposal', '--create-reflog', `refs/heads/${branch}`, commit, '']);
      return commit;
    });
  }

  /** The branches of proposals that the base does not hold yet, newest first. */
  async open(base: Base): Promise<OpenBranch[]> {
    const format = [
      '%(refname:lstrip=2)',
      '%(objectname)',
      '%(authorname)',
      '%(authordate:iso-strict)',
      '%(contents)',
    ];
    const output = await git(this.root, [
      'for-each-ref',
      '--sort=-authordate',
      `--no-merged=${base.commit}`,
      `--format=${format.join('%00')}%01`,
      'refs/heads/propose/',
    ]);
    const branches = output
      .split('\u0001')
      .map((entry) => entry.replace(/^\n/, ''))
      .filter((entry) => entry !== '')
      .flatMap((entry) => branchOf(entry));
    const merged = await Promise.all(branches.map((one) => this.#isTaken(one, base)));
    return branches.filter((_, index) => !merged[index]);
  }

  /** Whether the base has just this text already: it was merged by another commit (squash). */
  async #isTaken({ commit, file }: OpenBranch, base: Base): Promise<boolean> {
    const blobs = await Promise.all(
      [commit, base.commit].map((one) =>
        this.#ask(['rev-parse', '--verify', '--quiet', `${one}:${this.#prefix}${file}`]),
      ),
    );
    return blobs[0] !== undefined && blobs[0] === blobs[1];
  }

  /** The commit of a branch; undefined when there is none. */
  commitOf(branch: string): Promise<string | undefined> {
    return this.#ask([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `refs/heads/${branch}^{commit}`,
    ]);
  }

  async #ask(args: string[]): Promise<string | undefined> {
    try {
      return (await git(this.root, args)).trim() || undefined;
    } catch (error) {
      if (error instanceof RefreshError) return undefined;
      throw error;
    }
  }

  async #withFile<Result>(
    text: string,
    use: (path: string, place: string) => Promise<Result>,
  ): Promise<Result> {
    const place = await mkdtemp(join(tmpdir(), 'ponyatno-proposal-'));
    try {
      const path = join(place, 'text');
      await writeFile(path, text);
      return await use(path, place);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }
}

/** A branch of a proposal, as its commit tells it. */
export interface OpenBranch {
  readonly branch: string;
  readonly commit: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  readonly summary: string;
  /** Relative to the content folder. */
  readonly file: string;
}

/** The line of the message that names the page. */
export const pageTrailer = 'Ponyatno-Page';

function branchOf(entry: string): OpenBranch[] {
  const [branch = '', commit = '', name = '', at = '', message = ''] = entry.split('\0');
  const [, file] = new RegExp(`^${pageTrailer}: (.+)$`, 'm').exec(message) ?? [];
  if (file === undefined) return [];
  return [{ branch, commit, name, at, summary: message.split('\n')[0] ?? '', file }];
}

const noCommit =
  'В хранилище git ещё нет ни одного коммита, поэтому правку некуда предложить. Сообщите администратору: содержание нужно внести в git.';

function noGit(error: unknown): unknown {
  if (!(error instanceof RefreshError)) return error;
  const start = {
    'no-git': 'На сервере нет программы git',
    'no-repository': 'Папка с содержанием не лежит в хранилище git',
  };
  const why = error.reason === undefined ? 'Хранилище git с содержанием не открывается' : start[error.reason];
  return new ProposalError(
    'no-git',
    `${why}, поэтому правку некуда записать. Сообщите администратору; Ваш текст останется в этом браузере.`,
  );
}

/** The refusal of a file that cannot be changed as text. */
export function notText(file: string): ProposalError {
  return new ProposalError(
    'encoding',
    `Файл «${file}» — не текст в кодировке UTF-8, править его здесь нельзя. Сообщите администратору.`,
  );
}

function withoutEnd(output: string): string {
  return output.replace(/\r?\n$/, '');
}
