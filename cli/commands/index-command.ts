import { relative, resolve } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { type Audience, ContentError, counted, readContent } from '#knowledge';
import { buildIndex, IndexFileError, rollBackIndexFile, type SearchIndex, writeIndexFile } from '#search';
import { UsageError } from '../errors.ts';
import { callerFolder, contentFolder, dataFolder, pageCache } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  out?: string;
  audience: Audience;
  rollback?: true;
}

/** `ponyatno index`: the search index as a file. */
export const indexCommand: CommandBuilder = () =>
  new Command('index')
    .description('собрать поисковый индекс в файл')
    .option('--out <файл>', 'куда записать (по умолчанию search/<кто>.index в папке данных)')
    .addOption(
      new Option('--audience <кто>', 'для кого: все страницы или только открытые для всех')
        .choices(['staff', 'public'])
        .default('staff'),
    )
    .addOption(
      new Option('--rollback', 'вернуться к предыдущему индексу, ничего не собирая').conflicts('content'),
    )
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async ({ content: folder, out, audience, rollback }: Options) => {
      const file =
        out === undefined
          ? resolve(dataFolder(), 'search', `${audience}.index`)
          : resolve(callerFolder(), out);
      if (rollback) {
        rollBack(file);
        return;
      }
      try {
        const { content } = await readContent(contentFolder(folder), { cache: pageCache() });
        const index = buildIndex(content, openDictionary(), { audience });
        const size = writeIndexFile(file, index);
        const name = relative(callerFolder(), file);
        console.log(
          `Индекс собран: ${sizeOf(index)}, ${(size / 1e6).toLocaleString('ru', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} мегабайта. Файл: ${name}`,
        );
      } catch (error) {
        if (error instanceof ContentError) throw new UsageError(error.message);
        if (isFileFailure(error))
          throw new UsageError(`Не удалось записать индекс в ${file}: ${error.message}. Прежний файл цел.`);
        throw error;
      }
    });

function rollBack(file: string): void {
  try {
    const index = rollBackIndexFile(file, openDictionary());
    console.log(`Возвращён предыдущий индекс: ${sizeOf(index)}. Файл: ${relative(callerFolder(), file)}`);
  } catch (error) {
    if (error instanceof IndexFileError || isFileFailure(error)) throw new UsageError(error.message);
    throw error;
  }
}

function sizeOf({ pages, records }: SearchIndex): string {
  return `${counted(pages, ['страница', 'страницы', 'страниц'])}, ${counted(records, ['фрагмент', 'фрагмента', 'фрагментов'])}`;
}

function isFileFailure(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
