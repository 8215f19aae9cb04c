import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { PartState } from '../../lint/part-states.ts';
import { type Block, blocksOf, type Values } from '../../text/blocks.ts';

/** Puts the caret where a part of the letter stands, or where it is to be written. */
export function showPart(editor: Editor, part: PartState, all: readonly PartState[], values: Values): void {
  const { state, view } = editor;
  const position = placeOfPart(state.doc, part, all, values);
  const selection = TextSelection.near(state.doc.resolve(position), -1);
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
}

/** The end of the block where a part stands or is to be written: behind its neighbour, and never in the signature. */
export function placeOfPart(
  document: Node,
  part: PartState,
  all: readonly PartState[],
  values: Values,
): number {
  const blocks = blocksOf(document, values);
  const own = part.block === undefined ? undefined : blocks[part.block];
  if (own) return own.limit;
  const text = blocks.filter((block) => !isSignature(document, block));
  const first = text[0]?.position ?? 0;
  if (part.part === 'greeting') return first;
  const neighbour = neighbourOf(part, all);
  const beside = neighbour === undefined ? undefined : blocks[neighbour];
  if (beside && text.includes(beside)) return beside.limit;
  const written = text.filter((block) => block.text.trim() !== '');
  const at = { beginning: 0, body: Math.floor((written.length - 1) / 2), end: written.length - 1 }[
    part.place
  ];
  return (written[at] ?? text[0])?.limit ?? first;
}

/** The block of the part that is asked for just before this one, in the same part of the letter. */
function neighbourOf(part: PartState, all: readonly PartState[]): number | undefined {
  const before = all.slice(
    0,
    all.findIndex((one) => one.part === part.part),
  );
  return before.findLast((one) => one.place === part.place && one.block !== undefined)?.block;
}

function isSignature(document: Node, { position }: Block): boolean {
  const place = document.resolve(position);
  return place.depth > 1 && place.node(1).type.name === 'signature';
}
