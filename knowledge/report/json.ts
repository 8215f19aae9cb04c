import type { Problem } from '../problem.ts';
import { countProblems } from './summary.ts';

/** For programs: every problem as it is, and the counts. */
export function formatJson(problems: readonly Problem[], pages: number): string {
  const { errors, warnings, missing } = countProblems(problems);
  return JSON.stringify({ problems, summary: { errors, warnings, missing, pages } }, undefined, 2);
}
