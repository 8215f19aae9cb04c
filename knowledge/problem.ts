/** `error` and `warning` fail the check; `missing` is a fact nobody has given yet: it is listed and fails nothing. */
export type Severity = 'error' | 'warning' | 'missing';

/** A place in a file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with the content, said so that a person of a unit can put it right. */
export interface Problem extends Position {
  readonly severity: Severity;
  /** The check that found it, kebab-case. */
  readonly rule: string;
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  /** Russian, with the way out. */
  readonly message: string;
}

/** Orders problems as a person reads them: by file, then down the file. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
