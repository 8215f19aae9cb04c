import { Command } from 'commander';
import { readContent } from '#knowledge';
import { makeFreshness } from '#refresh';
import { contentFolder, pageCache } from '../place.ts';
import { asUsage } from './refresh-errors.ts';

/** `ponyatno refresh freshness`: what the ledger proves now, for a server without git. */
export const freshness = (): Command =>
  new Command('freshness')
    .description('записать, что доказывает git сейчас: для сервера, у которого git не будет')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async ({ content: folder }: { content?: string }) => {
      const found = await asUsage(async () => {
        const { content } = await readContent(contentFolder(folder), { cache: pageCache() });
        return makeFreshness(content);
      });
      console.log(JSON.stringify(found, undefined, 2));
    });
