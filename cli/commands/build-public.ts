import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { ContentError } from '#knowledge';
import { ConfigurationError, ensurePublicSite, readAddress, SiteBuildError } from '#server';
import { UsageError } from '../errors.ts';
import { callerFolder, contentFolder, projectRoot } from '../place.ts';
import type { CommandBuilder } from './index.ts';
import { replaceSite } from './replace-site.ts';

/** `ponyatno build-public`: a folder with the site for citizens, for any web server. */
export const buildPublic: CommandBuilder = () =>
  new Command('build-public')
    .description('собрать сайт для граждан: только открытые страницы, для любого веб-сервера')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .option('--out <папка>', 'куда положить сайт; прежний сайт в ней заменяется', join('dist', 'public'))
    .addHelpText('after', '\nPONYATNO_URL — адрес сайта: без него не будет карты сайта (sitemap.xml).')
    .action(async (options: { content?: string; out: string }) => {
      try {
        const address = readAddress(process.env);
        const { files } = await ensurePublicSite(
          projectRoot,
          contentFolder(options.content),
          (line) => console.log(line),
          { address },
        );
        const out = resolve(callerFolder(), options.out);
        await replaceSite(files, out);
        console.log(`Сайт для граждан готов: ${relative(callerFolder(), out) || '.'}`);
        if (address === undefined)
          console.log('Карты сайта нет: укажите его адрес в PONYATNO_URL, например https://faq.example.ru.');
      } catch (error) {
        if (
          error instanceof ContentError ||
          error instanceof SiteBuildError ||
          error instanceof ConfigurationError
        )
          throw new UsageError(error.message);
        throw error;
      }
    });
