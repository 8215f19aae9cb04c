import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

/** What the built site depends on besides the content: code, and what it is compiled with. */
const codeFolders = [
  'site',
  'editor',
  'knowledge',
  'search',
  'refresh',
  'calls',
  'russian',
  'lint-rules',
  'linting',
  'proposals',
  'identity',
];
const codeFiles = ['astro.config.mjs', 'package.json', 'package-lock.json'];
const ignored = /(?:^|\/)(?:node_modules|dist|\.astro|\.data|\.git)(?:\/|$)|\.test\.ts$|(?:^|\/)README\.md$/;

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !ignored.test(relative(folder, file).split(sep).join('/')))
    .sort();
}

/** The commit the content stands at: pages print when they were last checked, and that is read out of git. */
async function head(folder: string): Promise<string> {
  const run = promisify(execFile);
  return run('git', ['-C', folder, 'rev-parse', 'HEAD'])
    .then(({ stdout }) => stdout.trim())
    .catch(() => 'no history');
}

/** A digest of everything the built site is made of: when it changes, the site on disk is stale. */
export async function siteStamp(projectRoot: string, contentFolder: string): Promise<string> {
  const hash = createHash('sha256');
  const roots = [contentFolder, ...codeFolders.map((folder) => join(projectRoot, folder))];
  const lists = await Promise.all(roots.map(filesUnder));
  const files = [...lists.flat(), ...codeFiles.map((file) => join(projectRoot, file))];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) continue;
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  const freshness = process.env.PONYATNO_FRESHNESS;
  if (freshness) hash.update((await readFile(freshness).catch(() => undefined)) ?? 'no freshness');
  hash.update(await head(contentFolder)).update(process.version);
  return hash.digest('hex').slice(0, 16);
}
