import { relative, sep } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { checkScripts } from '#calls';
import {
  type CheckedReading,
  ContentError,
  checkContent,
  readFolder,
  reportFormats,
  sortProblems,
} from '#knowledge';
import { checkConsistency } from '#search';
import { UsageError } from '../errors.ts';
import { callerFolder, contentFolder, pageCache } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  format: keyof typeof reportFormats;
}

/** `ponyatno check`: everything that is wrong with the content, at once. */
export const check: CommandBuilder = (finish) =>
  new Command('check')
    .description('проверить содержание: поля, ссылки, переменные, сценарии, полноту материалов, противоречия')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addOption(
      new Option('--format <вид>', 'вид отчёта').choices(Object.keys(reportFormats)).default('stylish'),
    )
    .action(async ({ content, format }: Options) => {
      const reading = await read(contentFolder(content));
      const problems = sortProblems([
        ...checkContent(reading),
        ...checkScripts(reading),
        ...checkConsistency(reading, openDictionary()),
      ]);
      const folder = relative(callerFolder(), reading.content.folder).split(sep).join('/');
      console.log(reportFormats[format](problems, { pages: reading.content.pages.length, folder }));
      finish(problems.some(({ severity }) => severity !== 'missing') ? 1 : 0);
    });

async function read(folder: string): Promise<CheckedReading> {
  try {
    return await readFolder(folder, { cache: pageCache() });
  } catch (error) {
    if (error instanceof ContentError) throw new UsageError(error.message);
    throw error;
  }
}
