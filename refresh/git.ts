import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NoHistoryError, RefreshError } from './error.ts';

const run = promisify(execFile);

/** Variables that a hook sets for its own repository; they would point every command at that one. */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];

/**
 * Runs git in a folder and gives what it writes; a failure is a `RefreshError` with git's own words.
 *
 * @param variables environment variables over those of the process
 * @param options.timeoutMs when to give up: what speaks to a network may hang; never by default
 */
export async function git(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  { timeoutMs = 0 }: { readonly timeoutMs?: number } = {},
): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', GIT_TERMINAL_PROMPT: '0' };
  for (const name of hookVariables) Reflect.deleteProperty(env, name);
  Object.assign(env, variables);
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], {
      env,
      maxBuffer: 1 << 30,
      timeout: timeoutMs,
    });
    return stdout;
  } catch (error) {
    throw explain(error, folder);
  }
}

function explain(error: unknown, folder: string): RefreshError {
  if (!(error instanceof Error)) throw error;
  if ('code' in error && error.code === 'ENOENT')
    return new NoHistoryError(
      'Программа git не найдена, а без неё не узнать, когда внесены проверки. Установите git.',
      'no-git',
    );
  const words = 'stderr' in error ? String(error.stderr).trim() : error.message;
  if (/not a git repository/i.test(words))
    return new NoHistoryError(
      'Папка с содержанием не лежит в хранилище git, поэтому не узнать, кто и когда внёс проверки. Ведите содержание в git.',
      'no-repository',
    );
  // Readers of the site see the message: where the folder lies on the server is not theirs to know.
  return new RefreshError(`git не выполнил команду: ${words.replaceAll(folder, '…')}`);
}
