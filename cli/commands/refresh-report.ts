import { Command, Option } from 'commander';
import { formatDay, formatMonth, readContent } from '#knowledge';
import { type RefreshReport, type ReportRow, refreshReport, refreshReportCsv, reportStates } from '#refresh';
import { contentFolder, pageCache } from '../place.ts';
import { asUsage } from './refresh-errors.ts';

interface Options {
  content?: string;
  month?: string;
  from?: string;
  format: 'text' | 'csv';
}

/** `ponyatno refresh report`: «Справка об актуализации» for the deputy who controls execution (RF-4). */
export const report = (): Command =>
  new Command('report')
    .description('справка о проверке базы знаний: кто проверил, изменил, опоздал, не проверил')
    .option('--month <месяц>', 'последний месяц справки, например 2026-11; по умолчанию текущий')
    .option('--from <месяц>', 'первый месяц справки; по умолчанию тот же')
    .addOption(new Option('--format <вид>', 'вид справки').choices(['text', 'csv']).default('text'))
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async ({ content: folder, month, from, format }: Options) => {
      const { content, found } = await asUsage(async () => {
        const { content } = await readContent(contentFolder(folder), { cache: pageCache() });
        const span = {
          ...(from === undefined ? {} : { from }),
          ...(month === undefined ? {} : { to: month }),
        };
        return { content, found: await refreshReport({ content, ...span }) };
      });
      if (format === 'csv') process.stdout.write(refreshReportCsv(found));
      else console.log(forPeople(found, content.agency.name.genitive));
    });

function forPeople(report: RefreshReport, agency: string): string {
  const { rows, totals, clause } = report;
  const months = [...Map.groupBy(rows, ({ month }) => month)];
  return [
    `Справка о проверке базы знаний ${agency}${clause === undefined ? '' : ` (${clause})`}`,
    ...months.map(([month, units]) => [`${formatMonth(month)}:`, ...units.flatMap(lines)].join('\n')),
    `Всего: проверено — ${totals.checked}, с опозданием — ${totals.late}, не проверено — ${totals.missing}, срок не вышел — ${totals.pending}.`,
  ].join('\n\n');
}

function lines({ unit, state, pages, at, by, results, changedSince, rejected }: ReportRow): string[] {
  const when = at && by ? `, ${formatDay(at.toPlainDate())}, ${by.name}` : '';
  const found = at
    ? ` — без изменений: ${results.unchanged}, изменено: ${results.changed}, нужно изменить: ${results.toChange}`
    : ` — страниц: ${pages}`;
  return [
    `  ${unit.name}: ${reportStates[state]}${when}${state === 'no-pages' ? '' : found}`,
    ...(changedSince > 0 ? [`    изменено после проверки: ${changedSince}`] : []),
    ...rejected.map((why) => `    не засчитано: ${why}`),
  ];
}
