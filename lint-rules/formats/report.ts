import { type Message, type Readability, type RuleId, ruleIds, type Severity } from '../types.ts';

/** What can be wrong with a mark that asks to pass over findings, and with the settings. */
export const markFaults = ['ignore-invalid', 'ignore-expired', 'ignore-unused', 'config-invalid'] as const;
export type MarkFault = (typeof markFaults)[number];

/** What the faults are called in a report, as `ruleTitles` calls the rules. */
export const markFaultTitles: Readonly<Record<MarkFault, string>> = {
  'ignore-invalid': 'Неверная пометка для проверки языка',
  'ignore-expired': 'Пометка, срок которой вышел',
  'ignore-unused': 'Ненужная пометка',
  'config-invalid': 'Ошибка в настройках',
};

/** A finding as it is reported: of a rule, or of the marks that ask to pass over findings. */
export interface ReportMessage extends Omit<Message, 'rule'> {
  readonly rule: RuleId | MarkFault;
  /** The rule and the words of the sentence, hashed: the same wherever the sentence stands in the file. */
  readonly fingerprint?: string;
}

/** What was found in one file. */
export interface FileReport {
  /** As the reader of the report knows it, with `/`. */
  readonly file: string;
  readonly source: string;
  readonly messages: readonly ReportMessage[];
  readonly readability: Readability;
  /** What places are counted in: a document of an office program has no lines of its own. */
  readonly unit?: 'line' | 'paragraph';
  /** Findings that a mark in the file asks to pass over. */
  readonly ignored?: number;
  /** Findings that stand in the baseline and are not reported again. */
  readonly known?: number;
}

/** What a report says of the whole run. */
export interface RunReport {
  /** Findings of the baseline that are gone; undefined without a baseline. */
  readonly gone?: number;
  /** Where Ponyatno answers, without a slash at the end: findings link to the page of their rule. */
  readonly site?: string;
}

/** The page of a rule; a mark's fault has none. */
export function rulePage(rule: string, { site }: RunReport): string | undefined {
  if (site === undefined || !ruleIds.some((id) => id === rule)) return undefined;
  return `${site}/rules/${rule}`;
}

/** A place in a file; lines and columns count from 1, columns in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Tells the place of an offset. Of a text in paragraphs, with blank lines between them, `line` is the paragraph. */
export function placer(source: string, unit: FileReport['unit'] = 'line'): (offset: number) => Point {
  const starts = [0];
  const ends = unit === 'line' ? /\r\n|\n|\r/g : /\n\n/g;
  for (const { index, 0: end } of source.matchAll(ends)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** How many findings were passed over because of marks. */
export function countIgnored(reports: readonly FileReport[]): number {
  return reports.reduce((sum, { ignored = 0 }) => sum + ignored, 0);
}

/** How many findings of the baseline are still there. */
export function countKnown(reports: readonly FileReport[]): number {
  return reports.reduce((sum, { known = 0 }) => sum + known, 0);
}

/** How many findings there are of each severity. */
export function countMessages(reports: readonly FileReport[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { hint: 0, warning: 0, error: 0 };
  for (const { messages } of reports) for (const { severity } of messages) counts[severity]++;
  return counts;
}
