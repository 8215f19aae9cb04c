import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Writes the service worker of the call screen once the site is built: what the page needs, found by following its names
 * of files from the page itself, under a version that changes with any of them. An update fetches only what has changed.
 */
export const callWorker: AstroIntegration = {
  name: 'call-worker',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const client = fileURLToPath(dir);
      const page = await readFile(join(client, 'call', 'index.html'), 'utf8');
      const assets = await assetsOf(client, page);
      const data = await readFile(join(client, 'call', 'data.json'), 'utf8');
      const version = createHash('sha256')
        .update(page)
        .update(data)
        .update(assets.join())
        .digest('hex')
        .slice(0, 16);
      const files = ['/call', '/call/data.json', '/theme.js', '/favicon.svg', ...assets];
      const source = await readFile(new URL('./call-worker-source.js', import.meta.url), 'utf8');
      await writeFile(
        join(client, 'call-worker.js'),
        source.replace("'VERSION'", JSON.stringify(version)).replace('[]', JSON.stringify(files)),
      );
    },
  },
};

/** Names of built files that a text mentions, and those that they mention, and so on. */
async function assetsOf(client: string, text: string): Promise<string[]> {
  const names = new Set(await readdir(join(client, '_astro')));
  const found = new Set<string>();
  const queue = [text];
  for (const source of queue) {
    for (const [name] of source.matchAll(/[\w.@-]+\.(?:js|css|woff2|svg)/g)) {
      if (!names.has(name) || found.has(name)) continue;
      found.add(name);
      if (!name.endsWith('.woff2')) queue.push(await readFile(join(client, '_astro', name), 'utf8'));
    }
  }
  return [...found].toSorted().map((name) => `/_astro/${name}`);
}
