import type { Severity } from '../types.ts';
import { readyFix } from './ready-fix.ts';
import { type FileReport, placer, type ReportMessage, type RunReport, rulePage } from './report.ts';
import { summary } from './summary.ts';

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'ошибка',
  warning: 'предупреждение',
  hint: 'подсказка',
};

/** For people: by file, with the ready replacement and the clause. */
export function formatStylish(reports: readonly FileReport[], run: RunReport = {}): string {
  const blocks = reports.filter(({ messages }) => messages.length > 0).map(block);
  return [...blocks, ...pages(reports, run), summary(reports, run)].join('\n\n');
}

/** Where to read on: each rule that has found something, once. */
function pages(reports: readonly FileReport[], run: RunReport): string[] {
  const rules = new Set(reports.flatMap(({ messages }) => messages.map(({ rule }) => rule)));
  const links = [...rules].toSorted().flatMap((rule) => rulePage(rule, run) ?? []);
  return links.length === 0 ? [] : [['О правилах:', ...links.map((link) => `  ${link}`)].join('\n')];
}

function block({ file, source, messages, readability, unit }: FileReport): string {
  const place = placer(source, unit);
  const places = messages.map(({ start }) => {
    const { line, column } = place(start);
    return unit === 'paragraph' ? `абзац ${line}` : `${line}:${column}`;
  });
  const width = Math.max(...places.map(({ length }) => length));
  const lines = messages.map(
    (message, index) => `  ${(places[index] ?? '').padEnd(width)}  ${sentence(message)}`,
  );
  return [file, ...lines, ...reader(readability)].join('\n');
}

/** «Читается с 9-го класса ±2»: who reads the file with ease, and how sure that is. */
function reader({ grade, error }: FileReport['readability']): string[] {
  if (grade === null || error === null) return [];
  const school = Math.max(1, Math.round(grade));
  const words = school > 11 ? 'труднее школьного учебника' : `${school}-й\u00a0класс школы`;
  return [`  Трудность текста: ${words}, ±${Math.round(error)}`];
}

function sentence(found: ReportMessage): string {
  const { severity, message, clause, rule } = found;
  const cited = clause === undefined ? '' : ` (${clause})`;
  return `${severityNames[severity]}  ${message}${readyFix(found)}${cited}  [${rule}]`;
}
