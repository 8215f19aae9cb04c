import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import { dictionaryFile, openDictionary } from '@ponyatno/russian/node';
import { type Content, writePublicContent } from '#knowledge';
import { buildIndex, encodeIndex } from '#search';
import { buildOnce, runAstro } from './build.ts';
import { compressAssets } from './compress.ts';
import { robots, sitemap } from './sitemap.ts';
import { siteStamp } from './stamp.ts';

/** A built public site. */
export interface PublicSite {
  /** The content it was built from: nothing of the staff's is in it. */
  readonly content: string;
  /** What a web server gives out. */
  readonly files: string;
}

/** What the public site is built for. */
export interface PublicSiteOptions {
  /** Its address on the web, for the map of the site: `https://faq.example.ru`. */
  readonly address?: string | undefined;
  /** Where «помогло» is sent; without it the site has no such question. */
  readonly ratings?: string | undefined;
}

/**
 * Makes sure that the public site of this content is built: `dist/public-<stamp>`. The content is filtered first and the site is
 * built from what is left, so that no page, list, index or script of it can know more.
 *
 * @throws ContentError, SiteBuildError
 */
export async function ensurePublicSite(
  projectRoot: string,
  contentFolder: string,
  say: (line: string) => void,
  { address, ratings }: PublicSiteOptions = {},
): Promise<PublicSite> {
  const code = await siteStamp(projectRoot, contentFolder);
  const stamp = createHash('sha256')
    .update(JSON.stringify([code, address, ratings]))
    .digest('hex')
    .slice(0, 16);
  const folder = await buildOnce(projectRoot, `public-${stamp}`, async (place) => {
    say('Собираю сайт для граждан: только открытые страницы…');
    const content = await writePublicContent(contentFolder, join(place, 'content'));
    await runAstro(projectRoot, content.folder, join(place, 'files'), {
      PONYATNO_AUDIENCE: 'public',
      PONYATNO_RATINGS: ratings ?? '',
      PONYATNO_FRESHNESS: '',
    });
    await writeSearch(content, join(place, 'files'));
    await writeFile(join(place, 'files', 'robots.txt'), robots(address));
    if (address !== undefined)
      await writeFile(join(place, 'files', 'sitemap.xml'), sitemap(content, address));
    await compressAssets(join(place, 'files', '_astro'));
  });
  return { content: join(folder, 'content'), files: join(folder, 'files') };
}

/** The index and the words it needs, for the search in the browser; `search/index.json` names the newest. */
async function writeSearch(content: Content, files: string): Promise<void> {
  const folder = join(files, 'search');
  await mkdir(folder, { recursive: true });
  const index = encodeIndex(buildIndex(content, openDictionary(), { audience: 'public' }));
  const shipped = await readFile(dictionaryFile);
  const words = await promisify(brotliDecompress)(shipped);
  const names = { index: `${digestOf(index)}.index`, dictionary: `${digestOf(words)}.words` };
  await Promise.all([
    writeFile(join(folder, names.index), index),
    writeFile(join(folder, names.dictionary), words),
    writeFile(join(folder, `${names.dictionary}.br`), shipped),
    writeFile(join(folder, `${names.dictionary}.gz`), await promisify(gzip)(words)),
  ]);
  await compressAssets(folder);
  await writeFile(
    join(folder, 'index.json'),
    JSON.stringify({
      index: `/search/${names.index}`,
      dictionary: `/search/${names.dictionary}`,
      publishedAt: new Date().toISOString(),
    }),
  );
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
