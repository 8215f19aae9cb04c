import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { counted, formatDate, readContent } from '#knowledge';
import { commitFile, confirmAct } from '#refresh';
import { contentFolder, pageCache } from '../place.ts';
import { asUsage } from './refresh-errors.ts';

interface Options {
  content?: string;
  act: string;
  note: string;
  toChange?: string[];
  commit?: true;
}

/** `ponyatno refresh confirm`: a unit has held its pages against the new edition of an act. */
export const confirm = (): Command =>
  new Command('confirm')
    .description('записать, что страницы подразделения сверены с новой редакцией акта')
    .argument('<подразделение>', 'id подразделения из units.yml')
    .requiredOption('--act <id>', 'id страницы акта')
    .requiredOption('--note <текст>', 'что изменилось и что из этого следует')
    .option('--to-change <id...>', 'страницы, которые ещё предстоит изменить')
    .option('--commit', 'сразу внести запись коммитом')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async (unit: string, { content: folder, act, note, toChange, commit }: Options) => {
      await asUsage(async () => {
        const { content } = await readContent(contentFolder(folder), { cache: pageCache() });
        const recorded = await confirmAct({ content, unit, act, note, ...(toChange && { toChange }) });
        const { file, confirmation, act: found } = recorded;
        if (commit)
          await commitFile(content, file, `Новая редакция: ${found.title}, сверено: ${recorded.unit.name}`);
        const settled = confirmation.pages.filter(({ result }) => result === 'confirmed').length;
        console.log(
          [
            `Записано: ${file}. Сверено с редакцией от ${formatDate(Temporal.PlainDate.from(confirmation.edition))}: ${counted(settled, ['страница', 'страницы', 'страниц'])}.`,
            commit
              ? 'Запись внесена коммитом. Она засчитывается, когда коммит попадёт в основную ветку.'
              : 'Внесите файл коммитом: запись засчитывается с коммита в основной ветке.',
          ].join('\n'),
        );
      });
    });
