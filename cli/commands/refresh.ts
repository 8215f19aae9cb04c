import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { counted, formatDate, formatDay, readContent } from '#knowledge';
import { gatherEvidence, type RefreshStatus, refreshStatus, type UnitStatus } from '#refresh';
import { contentFolder, pageCache } from '../place.ts';
import type { CommandBuilder } from './index.ts';
import { confirm } from './refresh-confirm.ts';
import { asUsage } from './refresh-errors.ts';
import { freshness } from './refresh-freshness.ts';
import { record } from './refresh-record.ts';
import { remind } from './refresh-remind.ts';
import { report } from './refresh-report.ts';

/** `ponyatno refresh`: the monthly check of the knowledge base. */
export const refresh: CommandBuilder = (finish) =>
  new Command('refresh')
    .description('ежемесячная проверка базы знаний: кто проверил, кто должен, записать проверку')
    .addCommand(status(finish))
    .addCommand(record())
    .addCommand(confirm())
    .addCommand(report())
    .addCommand(freshness())
    .addCommand(remind(finish));

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
      const place = contentFolder(folder);
      const evidence = gatherEvidence(place);
      const found = await asUsage(async () =>
        refreshStatus({
          content: (await readContent(place, { cache: pageCache(), bodies: 'when-asked' })).content,
          evidence,
          ...(month === undefined ? {} : { month }),
        }),
      );
      console.log(json ? JSON.stringify(forPrograms(found), undefined, 2) : forPeople(found));
      finish(found.owed.length > 0 ? 1 : 0);
    });

function forPeople(found: RefreshStatus): string {
  if (found.clause === undefined)
    return 'Профиль не требует ежемесячной проверки: в agency.yml нет поля refresh.';
  const of = (state: UnitStatus['state']) => found.units.filter((unit) => unit.state === state);
  const changed = [...found.pages.values()].filter(({ changedSince }) => changedSince);
  const blocks = [
    `Проверка за ${found.monthText} (${found.clause})`,
    ...(found.freshness
      ? [`Здесь нет git: данные от ${formatDay(found.freshness.madeAt.toPlainDate())}, из freshness.json.`]
      : []),
    ...block(`Должны проверить до ${formatDay(found.lastDay)} включительно`, of('owed'), owedLine),
    ...block('Проверили с опозданием', of('late'), checkedLine),
    ...block('Проверили', of('checked'), checkedLine),
    ...(changed.length > 0
      ? [['Изменено после проверки:', ...changed.map(({ page }) => `  ${page.file}`)].join('\n')]
      : []),
    ...alarmBlocks(found),
    ...rejectedBlocks(found),
    found.owed.length > 0
      ? `Не хватает проверки: ${counted(found.owed.length, ['подразделение', 'подразделения', 'подразделений'])}. Записать: ponyatno refresh record <подразделение> --law "…" --feedback "…"`
      : 'Все подразделения проверили свои страницы.',
  ];
  return blocks.join('\n\n');
}

function alarmBlocks({ alarms, pages }: RefreshStatus): string[] {
  if (alarms.size === 0) return [];
  const lines = [...alarms].flatMap(([id, acts]) =>
    acts.map(
      ({ act, edition }) =>
        `  ${pages.get(id)?.page.file ?? id} — ${act.id}, редакция от ${formatDate(Temporal.PlainDate.from(edition))}`,
    ),
  );
  return [['Акты изменились, страницы не сверили:', ...lines].join('\n')];
}

function rejectedBlocks({ rejectedConfirmations: rejected }: RefreshStatus): string[] {
  if (rejected.length === 0) return [];
  return [
    ['Сверки с актами, которые не засчитаны:', ...rejected.map(({ file, why }) => `  ${file}: ${why}`)].join(
      '\n',
    ),
  ];
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

function forPrograms(status: RefreshStatus) {
  const { month, lastDay, clause, units, owed, pages, alarms } = status;
  return {
    month,
    lastDay: lastDay.toString(),
    clause,
    provenAt: status.freshness?.madeAt.toString(),
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
      acts: alarms.get(page.id)?.map(({ act, edition }) => ({ act: act.id, edition })),
    })),
    rejectedConfirmations: status.rejectedConfirmations,
  };
}
