import { Temporal } from 'temporal-polyfill';
import { RefreshError } from './error.ts';
import { git } from './git.ts';

/** A person as git knows them, after `.mailmap`. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** How a file of the ledger came to the main line. */
export interface Addition {
  readonly commit: string;
  /** When the main line got it: the date of the merge, of the squash or of the plain commit. */
  readonly at: Temporal.Instant;
  /** Who wrote it; of a merge, the author on the branch. */
  readonly by: Person;
  /** Changed on the main line since: then it no longer is what was recorded. */
  readonly altered: boolean;
}

/** What git knows about the ledger. */
export interface LedgerHistory {
  /** By path relative to the content folder. */
  readonly additions: ReadonlyMap<string, Addition>;
  /** When the knowledge base itself came to the main line: before that there was nothing to check. */
  readonly begun: Temporal.Instant;
}

interface Commit {
  readonly hash: string;
  readonly parents: number;
  readonly at: Temporal.Instant;
  readonly by: Person;
  readonly files: readonly { readonly status: string; readonly path: string }[];
}

let known: { key: string; history: Promise<LedgerHistory> } | undefined;

/**
 * Reads when and by whom the files of the ledger were added, from the first-parent history of HEAD. Fails closed: a shallow or
 * empty history proves nothing, so it is an error and not «never checked».
 */
export async function ledgerHistory(contentFolder: string): Promise<LedgerHistory> {
  const head = await headOf(contentFolder);
  const key = `${contentFolder} ${head}`;
  // The history of a commit never changes, and reading it takes a second in an old repository.
  if (known?.key !== key) {
    const history = read(contentFolder);
    known = { key, history };
    // A failure is told to those who wait for it, and the next one asks again.
    history.catch(() => {
      if (known?.history === history) known = undefined;
    });
  }
  return known.history;
}

/** The commit that HEAD stands at; a shallow or empty history is an error. */
export async function headOf(contentFolder: string): Promise<string> {
  const commit = git(contentFolder, ['rev-parse', '--verify', 'HEAD']);
  commit.catch(() => {});
  const shallow = await git(contentFolder, ['rev-parse', '--is-shallow-repository']);
  if (shallow.trim() !== 'false')
    throw new RefreshError(
      'История git неполная (shallow), по ней не узнать, когда внесены проверки. Получите её целиком: git fetch --unshallow; в CI — fetch-depth: 0.',
    );
  try {
    return (await commit).trim();
  } catch {
    throw new RefreshError(
      'В хранилище git ещё нет ни одного коммита, поэтому не узнать, кто и когда внёс проверки. Сделайте первый коммит.',
    );
  }
}

async function read(contentFolder: string): Promise<LedgerHistory> {
  const [changes, starts] = await Promise.all([
    log(contentFolder, ['--first-parent', '-m', '--diff-filter=AMD'], 'refresh'),
    log(contentFolder, ['--first-parent', '-m', '--diff-filter=A'], 'units.yml'),
  ]);
  const begun = starts.at(-1)?.at;
  if (!begun)
    throw new RefreshError(
      'Содержание ещё не внесено в git (нет файла units.yml), поэтому проверки не посчитать. Сделайте коммит с содержанием.',
    );
  const merged = changes.some(
    ({ parents, files }) => parents > 1 && files.some(({ status }) => status === 'A'),
  );
  // Only a merge hides the author behind the one who pressed the button; the branch commit still knows.
  const authors = merged
    ? authorsOf(await log(contentFolder, ['--no-merges', '--diff-filter=A'], 'refresh'))
    : undefined;
  return { additions: await additionsOf(changes, authors, contentFolder), begun };
}

/** One pass over the history of a path: commits with the files they touched, newest first. */
async function log(contentFolder: string, options: readonly string[], path: string): Promise<Commit[]> {
  const format = '--format=%x01%H%x02%P%x02%cI%x02%aN%x02%aE%x02';
  const output = await git(contentFolder, [
    '-c',
    'log.showSignature=false',
    'log',
    'HEAD',
    ...options,
    '--no-renames',
    '--relative',
    '--use-mailmap',
    '--name-status',
    '-z',
    format,
    '--',
    path,
  ]);
  return output
    .split('\u0001')
    .slice(1)
    .map((entry) => {
      const [hash = '', parents = '', at = '', name = '', email = '', files = ''] = entry.split('\u0002');
      const fields = files
        .split('\0')
        .map((field) => field.trim())
        .filter((field) => field !== '');
      return {
        hash,
        parents: parents.split(' ').length,
        at: Temporal.Instant.from(at),
        by: { name, email },
        files: Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => ({
          status: fields[2 * index] ?? '',
          path: fields[2 * index + 1] ?? '',
        })),
      };
    });
}

/** Who wrote each file, by the commit on the branch that added it last. */
function authorsOf(commits: readonly Commit[]): Map<string, Person> {
  const authors = new Map<string, Person>();
  for (const { files, by } of commits)
    for (const { path } of files) if (!authors.has(path)) authors.set(path, by);
  return authors;
}

async function additionsOf(
  changes: readonly Commit[],
  authors: ReadonlyMap<string, Person> | undefined,
  contentFolder: string,
): Promise<Map<string, Addition>> {
  const additions = new Map<string, Addition>();
  const settled = new Set<string>();
  const edited = new Set<string>();
  for (const { hash, parents, at, by, files } of changes)
    for (const { status, path } of files) {
      if (settled.has(path)) continue;
      if (status === 'M') edited.add(path);
      else settled.add(path);
      if (status !== 'A') continue;
      const author = parents > 1 ? (authors?.get(path) ?? by) : by;
      additions.set(path, { commit: hash, at, by: author, altered: false });
    }
  for (const path of edited) {
    const addition = additions.get(path);
    if (addition && (await differs(contentFolder, addition.commit, path)))
      additions.set(path, { ...addition, altered: true });
  }
  return additions;
}

/** Whether a file is not what it was when it was added; edited and put back is no difference. */
async function differs(contentFolder: string, commit: string, path: string): Promise<boolean> {
  const blob = (revision: string) => git(contentFolder, ['rev-parse', `${revision}:./${path}`]);
  const [then, now] = await Promise.all([blob(commit), blob('HEAD')]);
  return then !== now;
}
