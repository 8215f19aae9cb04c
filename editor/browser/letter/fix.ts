import type { EditorState, Transaction } from '@tiptap/pm/state';
import { type Block, blocksOf, isPlainRange, offsetOf, positionAt, type Values } from '../../text/blocks.ts';
import { patches } from '../../text/patches.ts';
import type { LetterFinding } from './findings.ts';

/** A finding and what is to stand in its place. */
export interface Fix {
  readonly finding: LetterFinding;
  readonly replacement: string;
}

/**
 * One transaction that puts a replacement in place of a finding, letter by letter, so that bold words and links in what
 * stays survive. Undefined when the text has changed since, or a variable stands in the way.
 */
export function fixTransaction(
  state: EditorState,
  finding: LetterFinding,
  replacement: string,
  values: Values,
): Transaction | undefined {
  return fixesTransaction(state, [{ finding, replacement }], values).transaction;
}

/** One transaction for many findings; those whose text has changed, or overlaps one that is done, are left out. */
export function fixesTransaction(
  state: EditorState,
  fixes: readonly Fix[],
  values: Values,
): { readonly transaction: Transaction | undefined; readonly done: readonly Fix[] } {
  const blocks = blocksOf(state.doc, values);
  const transaction = state.tr;
  const done: Fix[] = [];
  let limit = Number.POSITIVE_INFINITY;
  // From the end: what is changed later in the letter moves nothing before it.
  for (const fix of fixes.toSorted((one, other) => other.finding.from - one.finding.from)) {
    const steps = fix.finding.to <= limit ? stepsOf(state, blocks, fix) : undefined;
    if (steps === undefined) continue;
    for (const { from, to, insert } of steps) {
      if (insert === '') transaction.delete(from, to);
      else transaction.insertText(insert, from, to);
    }
    limit = fix.finding.from;
    done.push(fix);
  }
  return { transaction: transaction.docChanged ? transaction : undefined, done };
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The changes of one fix, last first; undefined unless every one of them can be made. */
function stepsOf(
  state: EditorState,
  blocks: readonly Block[],
  { finding, replacement }: Fix,
): Step[] | undefined {
  const place = placeOf(blocks, finding);
  if (place === undefined) return undefined;
  const { block, start } = place;
  const steps: Step[] = [];
  for (const patch of patches(finding.actual, replacement)) {
    const inserts = patch.end === patch.start;
    const from = positionAt(block, start + patch.start, inserts ? 'left' : 'right');
    const to = inserts ? from : positionAt(block, start + patch.end, 'left');
    if (from === undefined || to === undefined || to < from) return undefined;
    if (!isPlainRange(block, start + patch.start, start + patch.end)) return undefined;
    if (!state.doc.resolve(from).sameParent(state.doc.resolve(to))) return undefined;
    steps.push({ from, to, insert: patch.insert });
  }
  return steps;
}

function placeOf(
  blocks: readonly Block[],
  finding: LetterFinding,
): { block: Block; start: number } | undefined {
  for (const block of blocks) {
    const start = offsetOf(block, finding.from);
    const end = offsetOf(block, finding.to);
    if (start === undefined || end === undefined) continue;
    return block.text.slice(start, end) === finding.actual ? { block, start } : undefined;
  }
  return undefined;
}
