import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { ContentError, codeOwners, forgeDialects, listed, readContent } from '#knowledge';
import { git, RefreshError } from '#refresh';
import { UsageError } from '../errors.ts';
import { contentFolder, pageCache } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  forge: string;
  write?: true;
  check?: true;
}

/** `ponyatno owners`: CODEOWNERS out of units.yml. */
export const owners: CommandBuilder = (finish) =>
  new Command('owners')
    .description('написать CODEOWNERS по units.yml: кого спросят о правках каких страниц')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addOption(
      new Option('--forge <вид>', 'где хранилище').choices(Object.keys(forgeDialects)).default('github'),
    )
    .addOption(new Option('--write', 'записать в файл CODEOWNERS в корне хранилища').conflicts('check'))
    .option('--check', 'только сравнить с файлом: код 1, если он устарел')
    .action(async ({ content: folder, forge, write, check }: Options) => {
      const chosen = contentFolder(folder);
      const { text, without, file } = await asUsage(async () => {
        const root = (await git(chosen, ['rev-parse', '--show-toplevel'])).trim();
        const prefix = (await git(chosen, ['rev-parse', '--show-prefix'])).trim().replace(/\/$/, '');
        const { content } = await readContent(chosen, { cache: pageCache() });
        const dialect = forgeDialects[forge] ?? 'patterns';
        return { ...codeOwners(content, prefix, dialect), file: join(root, 'CODEOWNERS') };
      });
      if (without.length > 0)
        console.error(`Некого спросить о страницах: в units.yml нет поля reviewers у ${listed(without)}.`);
      if (check) {
        const fresh = (await readFile(file, 'utf8').catch(() => '')) === text;
        console.log(
          fresh
            ? 'CODEOWNERS совпадает с units.yml.'
            : 'CODEOWNERS устарел. Напишите его заново: ponyatno owners --write',
        );
        finish(fresh ? 0 : 1);
      } else if (write) {
        await writeFile(file, text);
        console.log(`Записано: ${file}`);
      } else console.log(text.trimEnd());
    });

async function asUsage<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentError || error instanceof RefreshError) throw new UsageError(error.message);
    throw error;
  }
}
