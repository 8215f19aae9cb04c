import { canSplit, type Transform } from '@tiptap/pm/transform';
import { suggestedBreak } from '../schema/suggestion.ts';
import { previousTextblock } from './paragraphs.ts';
import type { Piece } from './pieces.ts';

export type Verdict = 'accept' | 'reject';

/** Carries out what was decided on pieces of suggestions; the letter must be as it was when they were read. */
export function decide<Change extends Transform>(
  transaction: Change,
  pieces: readonly Piece[],
  verdict: Verdict,
): Change {
  const byPlace = Map.groupBy(pieces, ({ from, what }) => `${from} ${what}`);
  // From the end: what is decided later in the letter moves nothing before it.
  const places = [...byPlace.values()].toSorted(([one], [other]) => (other?.from ?? 0) - (one?.from ?? 0));
  for (const same of places) {
    const going = same.find(({ kind }) => (kind === 'insertion') === (verdict === 'reject'));
    if (going !== undefined) takeOut(transaction, going);
    else for (const piece of same) leaveIn(transaction, piece);
  }
  return transaction;
}

function takeOut(transaction: Transform, { what, from, to }: Piece): void {
  if (what === 'join') joinWithPrevious(transaction, from);
  else transaction.delete(from, to);
}

function leaveIn(transaction: Transform, { kind, what, from, to, by }: Piece): void {
  if (what === 'join') {
    transaction.setNodeAttribute(from, 'joined', null);
    return;
  }
  if (what === 'node') {
    transaction.setNodeAttribute(from, kind, null);
    return;
  }
  transaction.removeMark(from, to, transaction.doc.type.schema.mark(kind, { ...by }));
  if (kind === 'insertion') splitAtBreaks(transaction, from, to);
}

/** What was only the character of a break becomes the end of a paragraph. */
function splitAtBreaks(transaction: Transform, from: number, to: number): void {
  const text = transaction.doc.textBetween(from, to, undefined, '\uFFFC');
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] !== suggestedBreak) continue;
    const position = from + at;
    transaction.delete(position, position + 1);
    split(transaction, position);
  }
}

function split(transaction: Transform, position: number): void {
  const { doc } = transaction;
  const place = doc.resolve(position);
  const { paragraph, hardBreak } = doc.type.schema.nodes;
  if (!place.parent.isTextblock) {
    // Text under a flag has no paragraphs.
    if (hardBreak) transaction.insert(position, hardBreak.create());
    return;
  }
  const { parent } = place;
  const endsHeading = parent.type.name === 'heading' && place.parentOffset === parent.content.size;
  // What the first half is suggested to do is not meant for the second.
  const type = endsHeading && paragraph ? paragraph : parent.type;
  const half = { type, attrs: type === parent.type ? { ...parent.attrs, joined: null } : null };
  const item = place.depth > 1 ? place.node(-1) : undefined;
  const types = item?.type.name === 'listItem' ? [{ type: item.type, attrs: item.attrs }, half] : [half];
  if (canSplit(doc, position, types.length, types)) transaction.split(position, types.length, types);
  else transaction.split(position, 1, [half]);
}

/** Moves the text of a paragraph to the end of the one before it; what it leaves empty goes away with it. */
function joinWithPrevious(transaction: Transform, position: number): void {
  const { doc } = transaction;
  const block = doc.nodeAt(position);
  const previous = previousTextblock(doc, position);
  if (!block) return;
  if (previous === undefined) {
    transaction.setNodeAttribute(position, 'joined', null);
    return;
  }
  const place = doc.resolve(position);
  let from = position;
  let to = position + block.nodeSize;
  for (let depth = place.depth; depth > 0 && place.node(depth).childCount === 1; depth -= 1) {
    from = place.before(depth);
    to = place.after(depth);
  }
  transaction.delete(from, to);
  transaction.insert(previous.end, block.content);
}
