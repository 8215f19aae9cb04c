import { Command, Option } from 'commander';
import { ContentError, readContent } from '#knowledge';
import { RefreshError } from '#refresh';
import { compareContent } from '../changes/compare-content.ts';
import { contentAt } from '../changes/content-at.ts';
import { formatMarkdown } from '../changes/markdown.ts';
import { UsageError } from '../errors.ts';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  address?: string;
  format: 'markdown' | 'json';
}

/** `ponyatno changes`: what a pull request changes for readers. */
export const changes: CommandBuilder = () =>
  new Command('changes')
    .description('что изменится для читателей: новые, изменённые и убранные ответы')
    .argument('[ветка]', 'с чем сравнить', 'main')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .option('--address <адрес>', 'где посмотреть изменённые страницы: тогда их адреса будут ссылками')
    .addOption(new Option('--format <вид>', 'вид отчёта').choices(['markdown', 'json']).default('markdown'))
    .action(async (base: string, { content: folder, address, format }: Options) => {
      const chosen = contentFolder(folder);
      try {
        const { content } = await readContent(chosen);
        const found = compareContent(await contentAt(chosen, base), content);
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
