import type { EditorState, Transaction } from '@tiptap/pm/state';
import { type Block, blocksOf, isPlainRange, offsetOf, positionAt, type Values } from '../../text/blocks.ts';
import { patches } from '../../text/patches.ts';
import type { LetterFinding } from './findings.ts';

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
  const place = placeOf(blocksOf(state.doc, values), finding);
  if (place === undefined) return undefined;
  const { block, start } = place;
  const transaction = state.tr;
  for (const patch of patches(finding.actual, replacement)) {
    const inserts = patch.end === patch.start;
    const from = positionAt(block, start + patch.start, inserts ? 'left' : 'right');
    const to = inserts ? from : positionAt(block, start + patch.end, 'left');
    if (from === undefined || to === undefined || to < from) return undefined;
    if (!isPlainRange(block, start + patch.start, start + patch.end)) return undefined;
    if (!state.doc.resolve(from).sameParent(state.doc.resolve(to))) return undefined;
    if (patch.insert === '') transaction.delete(from, to);
    else transaction.insertText(patch.insert, from, to);
  }
  return transaction;
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
