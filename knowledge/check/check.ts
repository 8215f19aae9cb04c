import type { PartialContent } from '../content.ts';
import type { Position, Problem, Severity } from '../problem.ts';
import type { Reading } from '../read/index.ts';
import type { DataPath } from '../read/yaml-source.ts';

/** What a check sees. */
export type CheckedReading = Reading<PartialContent>;

/** One check: it looks at everything that was read and says what is wrong. */
export type Check = (reading: CheckedReading) => Problem[];

/** Makes the problems of one rule. */
export function reporter(rule: string, reading: CheckedReading, severity: Severity = 'error') {
  return {
    /** At a value of the front matter or of a YAML file. */
    at: (file: string, path: DataPath, message: string): Problem => ({
      severity,
      rule,
      file,
      ...reading.locate(file, path),
      message,
    }),
    /** At a known place. */
    on: (file: string, { line, column }: Position, message: string): Problem => ({
      severity,
      rule,
      file,
      line,
      column,
      message,
    }),
  };
}
