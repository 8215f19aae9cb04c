import {
  type FileReport,
  placer,
  type ReportMessage,
  rulePage,
  ruleTitles,
  type Severity,
} from '@ponyatno/lint-rules';
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** Findings as an editor shows them; the code leads to the page of the rule. */
export function diagnosticsOf({ source, messages }: FileReport, site: string): Diagnostic[] {
  const range = rangesIn(source);
  return messages.map((message) => {
    const { rule, severity, clause, start, end } = message;
    const page = rulePage(rule, { site });
    return {
      range: range(start, end),
      severity: severities[severity],
      code: rule,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      source: 'ponyatno',
      message: clause === undefined ? message.message : `${message.message} (${clause})`,
    };
  });
}

/** Makes ranges of the protocol: lines and columns from 0, in UTF-16 code units. */
export function rangesIn(source: string): (start: number, end: number) => Range {
  const place = placer(source);
  const at = (offset: number) => {
    const { line, column } = place(offset);
    return { line: line - 1, character: column - 1 };
  };
  return (start, end) => ({ start: at(start), end: at(end) });
}

/** What a rule is called in a menu. */
export function titleOf(rule: ReportMessage['rule']): string {
  return rule in ruleTitles ? ruleTitles[rule as keyof typeof ruleTitles] : rule;
}
