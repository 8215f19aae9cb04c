// Puts words of a page into a letter, and today's words in the place of older ones.
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { CitationAttributes } from '../schema/citation.ts';
import type { DocumentNode } from '../template/document.ts';
import type { CitedRange } from './sources.ts';

/** What is put into a letter: blocks, and where they come from. */
export interface Quote extends CitationAttributes {
  readonly content: readonly DocumentNode[];
}

/**
 * Puts a quote at a place of the letter: one paragraph goes on in the sentence there, more of them stand by themselves.
 *
 * @param apart begins a paragraph of its own also for a single one
 */
export function insertQuote(
  { tr, schema, doc }: EditorState,
  { from, to }: { readonly from: number; readonly to: number },
  quote: Quote,
  apart = false,
): Transaction {
  const blocks = nodesOf(schema, quote);
  const only = blocks.childCount === 1 ? blocks.firstChild : null;
  if (apart || !only?.isTextblock) return tr.replaceRange(from, to, new Slice(blocks, 0, 0));
  const before = doc.resolve(from).parent.textBetween(0, doc.resolve(from).parentOffset, undefined, '\uFFFC');
  const $to = doc.resolve(to);
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, undefined, '\uFFFC');
  const inline = [
    ...(/\S$/u.test(before) ? [schema.text(' ')] : []),
    ...only.children,
    ...(/^[\p{L}\p{N}«(]/u.test(after) ? [schema.text(' ')] : []),
  ];
  return tr.replaceWith(from, to, inline);
}

/** Puts today's words in the place of older ones; what the writer has changed in them goes too. */
export function replaceQuote(
  { schema }: EditorState,
  tr: Transaction,
  range: CitedRange,
  quote: Quote,
): void {
  const blocks = nodesOf(schema, quote);
  const $from = tr.doc.resolve(range.from);
  const $to = tr.doc.resolve(range.to);
  const only = blocks.childCount === 1 ? blocks.firstChild : null;
  if ($from.sameParent($to) && only?.isTextblock) {
    tr.replaceWith(range.from, range.to, only.children);
    return;
  }
  const isWhole = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size;
  const around = isWhole ? $from.blockRange($to) : null;
  if (around) tr.replaceRange(around.start, around.end, new Slice(blocks, 0, 0));
  else tr.replaceRange(range.from, range.to, Slice.maxOpen(blocks));
}

function nodesOf(schema: Schema, { content, page, digest, piece }: Quote): Fragment {
  const mark = schema.marks.citation?.create({ page, digest, piece });
  const marked = (node: Node): Node => {
    if (node.isText && mark) return node.mark(mark.addToSet(node.marks));
    return node.isLeaf ? node : node.copy(Fragment.from(node.children.map(marked)));
  };
  return Fragment.from(content.map((node) => marked(schema.nodeFromJSON(node))));
}
