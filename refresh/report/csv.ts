import { csvFile } from '#knowledge';
import { type RefreshReport, reportStates } from './report.ts';

const head = [
  'Месяц',
  'Подразделение',
  'Состояние',
  'Внесено',
  'Кто внёс',
  'Страниц',
  'Без изменений',
  'Изменено',
  'Нужно изменить',
  'Изменено после проверки',
  'Законодательство',
  'Отзывы',
  'Не засчитано',
];

/** «Справка об актуализации» for a spreadsheet: a line a unit and month. */
export function refreshReportCsv({ rows }: RefreshReport): string {
  return csvFile([
    head,
    ...rows.map(({ month, unit, state, at, by, pages, results, changedSince, law, feedback, rejected }) => [
      month,
      unit.name,
      reportStates[state],
      at?.toPlainDate().toString() ?? '',
      by?.name ?? '',
      pages,
      results.unchanged,
      results.changed,
      results.toChange,
      changedSince,
      law,
      feedback,
      rejected.join(' '),
    ]),
  ]);
}
