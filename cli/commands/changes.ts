import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { ContentError, readContent } from '#knowledge';
import { RefreshError } from '#refresh';
import { type ContentChanges, compareContent } from '../changes/compare-content.ts';
import { contentAt } from '../changes/content-at.ts';
import { formatMarkdown } from '../changes/markdown.ts';
import { writePreview } from '../changes/preview/write.ts';
import { UsageError } from '../errors.ts';
import { callerFolder, contentFolder, projectRoot } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  address?: string;
  format: 'markdown' | 'json';
  html?: string;
}

/** `ponyatno changes`: what a pull request changes for readers. */
export const changes: CommandBuilder = () =>
  new Command('changes')
    .description('что изменится для читателей: новые, изменённые и убранные ответы')
    .argument('[ветка]', 'с чем сравнить', 'main')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .option('--address <адрес>', 'где посмотреть изменённые страницы: тогда их адреса будут ссылками')
    .option('--html <папка>', 'собрать сайт и сложить туда изменённые страницы: как они будут выглядеть')
    .addOption(new Option('--format <вид>', 'вид отчёта').choices(['markdown', 'json']).default('markdown'))
    .action(async (base: string, { content: folder, address, format, html }: Options) => {
      const chosen = contentFolder(folder);
      try {
        const { content } = await readContent(chosen);
        const found = compareContent(await contentAt(chosen, base), content);
        if (html !== undefined) await preview(resolve(callerFolder(), html), chosen, found, base);
        console.log(
          format === 'json'
            ? JSON.stringify(forPrograms(found), undefined, 2)
            : formatMarkdown(found, { base, address: address?.replace(/\/+$/, '') }),
        );
      } catch (error) {
        if (error instanceof ContentError || error instanceof RefreshError)
          throw new UsageError(error.message);
        throw error;
      }
    });

/** Progress goes to the other stream: the first is the summary alone. */
async function preview(
  folder: string,
  content: string,
  changes: ContentChanges,
  base: string,
): Promise<void> {
  const { ensureSite, SiteBuildError } = await import('#server');
  try {
    const site = await ensureSite(projectRoot, content, (line) => console.error(line));
    const pages = await writePreview({ site: join(site, 'client'), folder, changes, base });
    console.error(`Страниц для просмотра: ${pages}. Откройте ${join(folder, 'index.html')}.`);
  } catch (error) {
    if (error instanceof SiteBuildError) throw new UsageError(error.message);
    throw error;
  }
}

function forPrograms({ pages, ...rest }: ReturnType<typeof compareContent>) {
  return {
    pages: pages.map(({ page, ...change }) => ({
      ...change,
      ...('before' in change ? { before: change.before.url } : {}),
      id: page.id,
      file: page.file,
      url: page.url,
      title: page.title,
    })),
    ...rest,
  };
}
