import { Command } from 'commander';
import { type Content, counted, formatDay, formatMonth, readContent } from '#knowledge';
import { commitRecord, type RefreshStatus, recordCheck, refreshStatus, type UnitStatus } from '#refresh';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';
import { asUsage } from './refresh-errors.ts';
import { report } from './refresh-report.ts';

/** `ponyatno refresh`: the monthly check of the knowledge base. */
export const refresh: CommandBuilder = (finish) =>
  new Command('refresh')
    .description('ежемесячная проверка базы знаний: кто проверил, кто должен, записать проверку')
    .addCommand(status(finish))
    .addCommand(record())
    .addCommand(report());

interface StatusOptions {
  content?: string;
  month?: string;
  json?: true;
}

const status: CommandBuilder = (finish) =>
  new Command('status')
    .description('какие подразделения проверили свои страницы, а какие должны')
    .option('--month <месяц>', 'месяц, например 2026-11; по умолчанию текущий')
    .option('--json', 'ответ для программ')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async ({ content: folder, month, json }: StatusOptions) => {
      const found = await asUsage(async () =>
        refreshStatus({ content: await contentOf(folder), ...(month === undefined ? {} : { month }) }),
      );
      console.log(json ? JSON.stringify(forPrograms(found), undefined, 2) : forPeople(found));
      finish(found.owed.length > 0 ? 1 : 0);
    });

interface RecordOptions {
  content?: string;
  law: string;
  lawChanged?: true;
  feedback: string;
  feedbackChanged?: true;
  month?: string;
  toChange?: string[];
  commit?: true;
}

const record = (): Command =>
  new Command('record')
    .description('записать проверку своего подразделения за месяц')
    .argument('<подразделение>', 'id подразделения из units.yml')
    .requiredOption('--law <текст>', 'что изменилось в законодательстве и что из этого следует')
    .option('--law-changed', 'законодательство изменилось так, что это касается страниц')
    .requiredOption('--feedback <текст>', 'что показали отзывы клиентов')
    .option('--feedback-changed', 'отзывы требуют изменить страницы')
    .option('--month <месяц>', 'месяц, например 2026-11; по умолчанию текущий')
    .option('--to-change <id...>', 'страницы, которые ещё предстоит изменить')
    .option('--commit', 'сразу внести запись коммитом')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async (unit: string, options: RecordOptions) => {
      const content = await asUsage(() => contentOf(options.content));
      const recorded = await asUsage(() =>
        recordCheck({
          content,
          unit,
          law: { changed: options.lawChanged === true, note: options.law },
          feedback: { changed: options.feedbackChanged === true, note: options.feedback },
          ...(options.month === undefined ? {} : { month: options.month }),
          ...(options.toChange === undefined ? {} : { toChange: options.toChange }),
        }),
      );
      if (options.commit) await asUsage(() => commitRecord(content, recorded));
      const { file, ledger, late } = recorded;
      const lines = [
        `Записано: ${file} — ${formatMonth(ledger.month)}, ${pagesCount(ledger.pages.length)}.`,
        ...(late ? ['Месяц уже закончился, поэтому проверка будет считаться опоздавшей.'] : []),
        options.commit
          ? 'Запись внесена коммитом. Она засчитывается, когда коммит попадёт в основную ветку.'
          : 'Внесите файл коммитом: проверка засчитывается с коммита в основной ветке.',
      ];
      console.log(lines.join('\n'));
    });

async function contentOf(folder: string | undefined): Promise<Content> {
  return (await readContent(contentFolder(folder))).content;
}

function forPeople(found: RefreshStatus): string {
  if (found.clause === undefined)
    return 'Профиль не требует ежемесячной проверки: в agency.yml нет поля refresh.';
  const of = (state: UnitStatus['state']) => found.units.filter((unit) => unit.state === state);
  const changed = [...found.pages.values()].filter(({ changedSince }) => changedSince);
  const blocks = [
    `Проверка за ${found.monthText} (${found.clause})`,
    ...block(`Должны проверить до ${formatDay(found.lastDay)} включительно`, of('owed'), owedLine),
    ...block('Проверили с опозданием', of('late'), checkedLine),
    ...block('Проверили', of('checked'), checkedLine),
    ...(changed.length > 0
      ? [['Изменено после проверки:', ...changed.map(({ page }) => `  ${page.file}`)].join('\n')]
      : []),
    found.owed.length > 0
      ? `Не хватает проверки: ${counted(found.owed.length, ['подразделение', 'подразделения', 'подразделений'])}. Записать: ponyatno refresh record <подразделение> --law "…" --feedback "…"`
      : 'Все подразделения проверили свои страницы.',
  ];
  return blocks.join('\n\n');
}

function block(
  title: string,
  units: readonly UnitStatus[],
  line: (status: UnitStatus) => readonly string[],
): string[] {
  return units.length === 0 ? [] : [[`${title}:`, ...units.flatMap(line)].join('\n')];
}

function owedLine({ unit, pages, rejected }: UnitStatus): string[] {
  return [
    `  ${unit.id} — ${unit.name}, ${pagesCount(pages.length)}`,
    ...rejected.map(({ file, why }) => `    ${file}: ${why}`),
  ];
}

function checkedLine({ unit, record: made }: UnitStatus): string[] {
  const when = made ? `${formatDay(made.at.toPlainDate())}, ${made.by.name}` : '';
  return [`  ${unit.id} — ${unit.name}: ${when}`];
}

function pagesCount(pages: number): string {
  return counted(pages, ['страница', 'страницы', 'страниц']);
}

function forPrograms({ month, lastDay, clause, units, owed, pages }: RefreshStatus) {
  return {
    month,
    lastDay: lastDay.toString(),
    clause,
    owed: owed.map(({ unit }) => unit.id),
    units: units.map(({ unit, state, record: made, rejected, pages: kept }) => ({
      unit: unit.id,
      name: unit.name,
      state,
      pages: kept.length,
      at: made?.at.toString(),
      by: made?.by,
      rejected: rejected.map(({ file, why }) => ({ file, why })),
    })),
    pages: [...pages.values()].map(({ page, state, changedSince, lastCheck }) => ({
      page: page.id,
      state,
      changedSince,
      lastCheck: lastCheck?.month,
    })),
  };
}
