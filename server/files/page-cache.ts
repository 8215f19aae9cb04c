import { resolve } from 'node:path';
import type { CachePlace } from '#knowledge';

/**
 * Where a server remembers the pages it read: its own start reads them, then the thread that publishes the search and the one that
 * answers. The commands look there too. The folder may be deleted at any time.
 */
export function pageCacheOf(dataFolder: string): CachePlace {
  return { folder: resolve(dataFolder, 'cache'), fewestPages: 1 };
}
