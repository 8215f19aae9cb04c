import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import { documentsOf, type Engine } from '../engine.ts';

interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly unknown[] }>;
  filters(): Promise<unknown>;
}

/**
 * Pagefind with its stemming for Russian. Its browser program runs in Node as it does in a browser without workers; the pieces of
 * the index come from the disk, and from its own cache when they are asked for again. Only the list of hits is timed, not the texts
 * of the hits, which it fetches one by one.
 */
export const pagefind: Engine = {
  facets: true,
  async build(pages, folder) {
    const { index, errors } = await createIndex({ forceLanguage: 'ru' });
    if (index === undefined) throw new Error(errors.join('; '));
    for (const { url, title, heading, text, kind, function: owner } of documentsOf(pages)) {
      await index.addCustomRecord({
        url,
        content: `${title} ${heading} ${text}`,
        language: 'ru',
        meta: { title },
        filters: { kind: [kind], function: [owner] },
      });
    }
    await index.writeFiles({ outputPath: folder });
    await close();
  },
  async open(folder) {
    actAsBrowser();
    const program: Pagefind = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
    await program.filters();
    return async (query) => (await program.search(query)).results.length;
  },
};

// It asks the page for its language and fetches its files, and nothing more.
function actAsBrowser(): void {
  const page = { currentScript: null, querySelector: () => ({ getAttribute: () => 'ru' }) };
  Object.assign(globalThis, {
    document: page,
    fetch: async (address: string) =>
      new Response(await readFile(fileURLToPath(`file://${new URL(address).pathname}`))),
  });
}
