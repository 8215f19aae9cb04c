import type { PageProblem } from './api.ts';

/** Where a problem stands in a text, in characters. */
export function spanOf(text: string, problem: PageProblem): { from: number; to: number } | undefined {
  const { line, column = 1, endLine = line, endColumn = column } = problem;
  if (line === undefined || endLine === undefined) return undefined;
  const from = offsetAt(text, line, column);
  return { from, to: Math.max(from, offsetAt(text, endLine, endColumn)) };
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}

/** The text with a replacement of a problem in its place. */
export function replaced(
  text: string,
  { text: put, range: [from, to] }: { readonly text: string; readonly range: readonly [number, number] },
): string {
  return text.slice(0, from) + put + text.slice(to);
}
