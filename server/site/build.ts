import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { withLock } from '../files/lock.ts';
import { compressAssets } from './compress.ts';
import { siteStamp } from './stamp.ts';
import { unruled } from './unruled.ts';

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
  return buildOnce(projectRoot, `site-${stamp}`, async (folder) => {
    say('Собираю сайт: содержание или код изменились…');
    await runAstro(projectRoot, contentFolder, folder);
    await compressAssets(join(folder, 'client', '_astro'));
    const open = await unruled(folder);
    if (open.length > 0)
      throw new SiteBuildError(
        `Никто не сказал, кому открыты эти страницы и файлы: ${open.join(', ')}. Добавьте правила в server/http/page-rules.ts.`,
      );
  });
}

/**
 * Makes a build that is named by its stamp, unless it is there already; one process at a time, and older builds of the same kind go.
 *
 * @returns its folder in `dist`
 */
export async function buildOnce(
  projectRoot: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(projectRoot, 'dist', name);
  const done = join(folder, 'complete');
  if (existsSync(done)) return folder;
  return withLock(join(projectRoot, 'dist', 'build.lock'), async () => {
    if (existsSync(done)) return folder;
    await rm(folder, { recursive: true, force: true });
    await make(folder);
    await writeFile(done, '');
    await removeOldBuilds(join(projectRoot, 'dist'), folder);
    return folder;
  });
}

/**
 * Runs Astro over a content folder.
 *
 * @param env variables over those of this process
 * @throws SiteBuildError
 */
export async function runAstro(
  projectRoot: string,
  contentFolder: string,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
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
      ...env,
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
  const kind = /^[a-z]+-/.exec(basename(current))?.[0] ?? 'site-';
  const names = (await readdir(dist)).filter((name) => name.startsWith(kind));
  const builds = await Promise.all(
    names.map(async (name) => ({ folder: join(dist, name), time: (await stat(join(dist, name))).mtimeMs })),
  );
  const old = builds
    .filter(({ folder }) => folder !== current)
    .sort((a, b) => b.time - a.time)
    .slice(keptBuilds);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
