import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withLock } from '../files/lock.ts';
import { compressAssets } from './compress.ts';
import { siteStamp } from './stamp.ts';

/** Builds kept besides the one in use: another content folder, or the state before a pull. */
const keptBuilds = 3;

/** The build of the site failed; the message carries what Astro printed. */
export class SiteBuildError extends Error {
  override name = 'SiteBuildError';
}

/**
 * Makes sure that the site of this content and this code is built, and gives its folder: `dist/site-<stamp>`.
 * The folder is named by the stamp, so that a rebuild never pulls files from under a server that is running.
 *
 * @param say told when a build starts, because it takes a while
 */
export async function ensureSite(
  projectRoot: string,
  contentFolder: string,
  say: (line: string) => void,
): Promise<string> {
  const stamp = await siteStamp(projectRoot, contentFolder);
  const folder = join(projectRoot, 'dist', `site-${stamp}`);
  const done = join(folder, 'complete');
  if (existsSync(done)) return folder;
  return withLock(join(projectRoot, 'dist', 'build.lock'), async () => {
    if (existsSync(done)) return folder;
    say('Собираю сайт: содержание или код изменились…');
    await rm(folder, { recursive: true, force: true });
    await build(projectRoot, contentFolder, folder);
    await compressAssets(join(folder, 'client', '_astro'));
    await writeFile(done, '');
    await removeOldBuilds(join(projectRoot, 'dist'), folder);
    return folder;
  });
}

async function build(projectRoot: string, contentFolder: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const astro = join(projectRoot, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PONYATNO_CONTENT: contentFolder,
      PONYATNO_SITE: relative(projectRoot, folder),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) {
    const tail = Buffer.concat(printed).toString().trim().split('\n').slice(-40).join('\n');
    throw new SiteBuildError(
      `Сайт не собрался. Проверьте содержание командой «npx ponyatno check». Вот что напечатала сборка:\n${tail}`,
    );
  }
}

async function removeOldBuilds(dist: string, current: string): Promise<void> {
  const names = (await readdir(dist)).filter((name) => name.startsWith('site-'));
  const builds = await Promise.all(
    names.map(async (name) => ({ folder: join(dist, name), time: (await stat(join(dist, name))).mtimeMs })),
  );
  const old = builds
    .filter(({ folder }) => folder !== current)
    .sort((a, b) => b.time - a.time)
    .slice(keptBuilds);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
