import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const projectRoot: string = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The folder the person typed the command in. `npx` moves to the root of the project first and leaves the original
 * folder in INIT_CWD; other npm commands hand that variable down to programs that stand elsewhere, so it counts only here.
 */
export function callerFolder(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): string {
  const movedByNpx = env.npm_command === 'exec' && cwd === projectRoot;
  return movedByNpx && env.INIT_CWD ? env.INIT_CWD : cwd;
}

/** The content folder: `--content`, else PONYATNO_CONTENT, else the project's own. */
export function contentFolder(option?: string): string {
  const chosen = option ?? process.env.PONYATNO_CONTENT;
  return chosen ? resolve(callerFolder(), chosen) : resolve(projectRoot, 'content');
}

/** Where the process writes: PONYATNO_DATA, else `.data` in the checkout. */
export function dataFolder(): string {
  const chosen = process.env.PONYATNO_DATA;
  return chosen ? resolve(callerFolder(), chosen) : resolve(projectRoot, '.data');
}

/** Where commands remember the pages they read: the folder may be deleted at any time. */
export function pageCache(): { readonly folder: string } {
  return { folder: resolve(dataFolder(), 'cache') };
}

/** Where people open Ponyatno, without a slash at the end: PONYATNO_URL, else the address `serve` listens on. */
export function siteAddress(env: NodeJS.ProcessEnv = process.env): string {
  const given = env.PONYATNO_URL?.trim().replace(/\/+$/, '');
  if (given) return given;
  return `http://${env.PONYATNO_HOST || '127.0.0.1'}:${env.PONYATNO_PORT || '4321'}`;
}
