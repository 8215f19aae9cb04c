import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { findPageRule, type PageRuleFinder } from '../http/page-rules.ts';

/** What the server sends in place of a page, and never by an address. */
const byNoAddress = ['/404', '/404.html', '/500', '/500.html', '/forbidden'];

const routesSchema = z.array(z.object({ pattern: z.string(), origin: z.string() })).min(1);

/**
 * The addresses of a build for which nobody has said who gets them: files, and pages that Astro renders on demand. They would
 * be given to nobody; a page somebody has forgotten is told of when the site is built and not when a colleague calls. What Astro
 * brings along itself (`/_image`, `/_server-islands`) must have no rule: it is told of when it has one.
 *
 * @throws when the folder holds no list of routes: then nothing is known of them
 */
export async function unruled(
  site: string,
  ruleOf: PageRuleFinder = findPageRule(),
): Promise<readonly string[]> {
  const routes = routesSchema.parse(JSON.parse(await readFile(join(site, 'routes.json'), 'utf8')));
  const isOwn = ({ origin }: { origin: string }) => origin === 'project';
  const pages = routes.filter(isOwn).map(({ pattern }) => pattern.replaceAll(/\[(?:\.{3})?\w+\]/g, 'x1'));
  const files = await addressesIn(join(site, 'client'));
  const forgotten = [...pages, ...files].filter(
    (path) => !byNoAddress.includes(path) && ruleOf(path) === undefined,
  );
  const opened = routes
    .filter((route) => !isOwn(route))
    .map(({ pattern }) => pattern.replaceAll(/\[(?:\.{3})?\w+\]/g, 'x1'))
    .filter((path) => ruleOf(path) !== undefined);
  return [...new Set([...forgotten, ...opened])].toSorted();
}

/** The addresses under which files of a folder are given out. */
async function addressesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .map((path) => path.replace(/\.(?:br|gz)$/, ''))
    .map((path) => path.replace(/^(.*)\/index\.html$/, '$1') || '/');
}
