import { existsSync } from 'node:fs';
import { openDictionary } from '@ponyatno/russian/node';
import { Command } from 'commander';
import { type Content, readContent } from '#knowledge';
import { type Gap, GapLog, gapFileOf } from '#search';
import { UsageError } from '../errors.ts';
import { contentFolder, dataFolder } from '../place.ts';

interface Options {
  content?: string;
  since?: string;
  json?: true;
}

/** `ponyatno search gaps`: the questions that got no answer (RF-3). */
export const gaps = (): Command =>
  new Command('gaps')
    .description('показать вопросы, на которые в базе знаний нет ответа')
    .option('--since <день>', 'с какого дня, например 2026-11-01 или 2026-11', dayOf)
    .option('--json', 'ответ для программ')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async (_: unknown, command: Command) => {
      // «search» has options of the same names, and takes those that stand before «gaps».
      const { since, json, content: folder }: Options = command.optsWithGlobals();
      const found = read(since).map((gap) => ({ ...gap }));
      const content = await contentOf(folder);
      const shown = found.map((gap) => ({ ...gap, unit: unitOf(gap, content) }));
      console.log(json ? JSON.stringify(shown, undefined, 2) : forPeople(shown, content));
    });

function dayOf(text: string): string {
  const day = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  throw new UsageError(`«${text}» — не день. Напишите его так: --since 2026-11-01.`);
}

function read(since: string | undefined): Gap[] {
  const folder = dataFolder();
  if (!existsSync(gapFileOf(folder))) return [];
  try {
    const log = new GapLog(folder, openDictionary);
    try {
      return log.list(since);
    } finally {
      log.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Журнал вопросов без ответа не читается: ${reason}. Проверьте папку данных ${folder}.`,
    );
  }
}

/** The names of functions and units; without readable content their ids will do. */
async function contentOf(folder: string | undefined): Promise<Content | undefined> {
  try {
    return (await readContent(contentFolder(folder))).content;
  } catch {
    return undefined;
  }
}

function unitOf(gap: Gap, content: Content | undefined): string {
  return content?.page(gap.function)?.unit ?? '';
}

const heads = ['вопрос', 'не нашлось', 'передано', 'последний день', 'функция', 'подразделение'];

function forPeople(found: readonly (Gap & { unit: string })[], content: Content | undefined): string {
  if (found.length === 0) return 'Вопросов без ответа нет.';
  const rows = found.map(({ question, zero, filed, last, function: owner, unit }) => [
    question,
    String(zero),
    String(filed),
    last,
    content?.page(owner)?.title ?? (owner || 'не определена'),
    content?.unit(unit)?.name ?? (unit || 'не определено'),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
