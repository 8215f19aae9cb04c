import { type ComparedBlock, compareTexts } from '#editor/browser';

/** A line of a comparison, or a gap where lines are the same. */
export type ComparedLine = ComparedBlock | { readonly kind: 'gap'; readonly lines: number };

/** So many unchanged lines are shown around a change. */
const around = 1;

/** What has changed in a text, line by line; long runs of unchanged lines are gaps. */
export function comparedLines(before: string, after: string): ComparedLine[] {
  const blocks = compareTexts(before.split('\n'), after.split('\n')).filter(
    ({ kind, runs }) => kind !== 'same' || runs.some(({ text }) => text.trim() !== ''),
  );
  const near = blocks.map((_, index) =>
    blocks.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const lines: ComparedLine[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = lines.at(-1);
    if (near[index]) lines.push(block);
    else if (last?.kind === 'gap') lines[lines.length - 1] = { kind: 'gap', lines: last.lines + 1 };
    else lines.push({ kind: 'gap', lines: 1 });
  }
  return lines.some(({ kind }) => kind !== 'gap') ? lines : [];
}

/** How many lines have changed. */
export function changedLines(before: string, after: string): number {
  if (before === after) return 0;
  return compareTexts(before.split('\n'), after.split('\n')).filter(({ kind }) => kind !== 'same').length;
}
