import { csvFile } from '#knowledge';
import type { CallReport } from './report.ts';

/** What the columns of the report are called. */
export interface CsvNames {
  readonly functions: Readonly<Record<string, string>>;
  /** The closing questions with the answers to choose from. */
  readonly questions: readonly { readonly text: string; readonly options: readonly string[] }[];
}

/** The report as CSV for Russian spreadsheets. */
export function reportCsv({ rows, missed }: CallReport, { functions, questions }: CsvNames): string {
  const missedOn = new Map(missed.map(({ day, count }) => [day, count]));
  const head = [
    'День',
    'Функция',
    'Звонков',
    'Длились, с',
    'Переключений',
    'Обратных звонков',
    'Вопросов без ответа',
    ...questions.flatMap(({ text, options }) => options.map((option) => `${text} — ${option}`)),
    'Пропущено звонков за день',
  ];
  const told = new Set<string>();
  const lines = rows.map((row) => {
    const first = !told.has(row.day);
    told.add(row.day);
    return [
      row.day,
      row.function === undefined ? 'не определена' : (functions[row.function] ?? row.function),
      row.calls,
      row.seconds,
      row.transfers,
      row.callbacks,
      row.unanswered,
      ...questions.flatMap(({ options }, question) =>
        options.map((_, option) => row.closing[question]?.[option] ?? 0),
      ),
      first ? (missedOn.get(row.day) ?? '') : '',
    ];
  });
  const only = missed
    .filter(({ day }) => !told.has(day))
    .map(({ day, count }) => [
      day,
      '',
      0,
      0,
      0,
      0,
      0,
      ...questions.flatMap(({ options }) => options.map(() => 0)),
      count,
    ]);
  return csvFile([head, ...lines, ...only]);
}
