import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { loadContent } from './load.ts';

const run = promisify(execFile);
const roomForHistoryBytes = 64 * 1024 * 1024;

let reading: Promise<ReadonlyMap<string, string>> | undefined;

/** The day the main line last changed a file of the content, `2026-11-22`; undefined when git does not know it. */
export async function changedOn(file: string): Promise<string | undefined> {
  reading ??= loadContent().then(({ content }) => lastChanges(content.folder));
  return (await reading).get(file);
}

/**
 * Reads the last change of every file in one pass over the history. A shallow history makes all files look new, so it gives
 * nothing; neither does a folder outside of git.
 */
export async function lastChanges(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { stdout: shallow } = await run('git', ['-C', folder, 'rev-parse', '--is-shallow-repository']);
    if (shallow.trim() !== 'false') return new Map();
    const { stdout } = await run('git', gitLog(folder), { maxBuffer: roomForHistoryBytes });
    return newestFirst(stdout);
  } catch {
    return new Map();
  }
}

const gitLog = (folder: string) => [
  '-C',
  folder,
  'log',
  '--first-parent',
  '-m',
  '--no-renames',
  '--relative',
  '--name-only',
  '-z',
  '--format=%x01%cs%x02',
  '--',
  '.',
];

/** Commits come newest first, so the first that names a file is the last that changed it. */
function newestFirst(output: string): Map<string, string> {
  const changes = new Map<string, string>();
  for (const commit of output.split('\u0001').slice(1)) {
    const [day = '', files = ''] = commit.split('\u0002');
    for (const file of files.split('\0').map((name) => name.trim()))
      if (file !== '' && !changes.has(file)) changes.set(file, day);
  }
  return changes;
}
