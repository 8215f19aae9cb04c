import { Fragment, type Mark, type Node, type Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { type Suggester, suggestedBreak, suggesterToText } from '../schema/suggestion.ts';
import { previousTextblock } from './paragraphs.ts';
import { suggesterOf, suggestersOf } from './pieces.ts';

/** What a suggested change leaves behind: the caret before it and behind it. */
export interface Suggested {
  readonly before: number;
  readonly behind: number;
}

/**
 * Suggests to put nodes in the place of `[from, to)`: what stands there is marked, not deleted, and no paragraph is split
 * or joined. What the same person suggested to put in just goes away. Undefined when there is no place for text.
 */
export function suggestChange(
  transaction: Transaction,
  from: number,
  to: number,
  inserted: readonly Node[],
  by: Suggester,
): Suggested | undefined {
  const place = placeFor(transaction.doc, to) ?? placeFor(transaction.doc, from);
  if (place === undefined && inserted.length > 0) return undefined;
  const own = markDeleted(transaction, from, to, by);
  if (place === undefined) return { before: from, behind: to };
  const at = inserted.length > 0 ? behindDeleted(transaction.doc, place) : place;
  const mark = ownInsertion(transaction.doc, at, by) ?? insertionMark(transaction.doc, by);
  const marks = mark.addToSet(insertionsAround(transaction.doc, at));
  const nodes = inserted.map((node) => asInserted(node, marks, by));
  const size = Fragment.from(nodes).size;
  if (size > 0) transaction.insert(at, nodes);
  for (const range of own.toReversed()) transaction.delete(range.from, range.to);
  const gone = own.reduce((sum, range) => sum + (range.to <= at ? range.to - range.from : 0), 0);
  return { before: Math.min(from, at - gone), behind: at - gone + size };
}

/** What is suggested: these nodes in the place of `[from, to)`. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly Node[];
  readonly by: Suggester;
}

/** Stands in the letter for a moment, and nowhere else. */
const guard = '\uE000';

/**
 * Carries a suggested change out. The binding of Yjs finds out what was typed by comparing texts: «а» put before an «а» is
 * taken for one put behind it, so that an old letter would carry the mark of the new one, and two people who do that at
 * once would leave a letter behind. There a sign that is nowhere else holds the place first.
 *
 * @param read the state of the editor now
 * @param dispatch gives a transaction to the editor
 * @param finish completes the last transaction
 */
export function makeSuggestion(
  read: () => EditorState,
  dispatch: (transaction: Transaction) => void,
  change: {
    readonly from: number;
    readonly to: number;
    readonly inserted: readonly Node[];
    readonly by: Suggester;
  },
  finish: (transaction: Transaction, done: Suggested) => Transaction,
): boolean {
  const { from, inserted, by } = change;
  const to = change.to - takeBack(read, dispatch, change);
  const { tr: direct, schema } = read();
  const done = suggestChange(direct, from, to, inserted, by);
  if (done === undefined) return false;
  if (!isAmbiguous(direct.doc, done.behind, inserted)) {
    dispatch(finish(direct, done));
    return true;
  }
  const { tr: holding } = read();
  const held = suggestChange(holding, from, to, [schema.text(guard)], by);
  if (held === undefined) return false;
  dispatch(holding);
  const { tr: filling } = read();
  const at = held.behind - guard.length;
  const marks = filling.doc.nodeAt(at)?.marks.filter(({ type }) => type.name === 'insertion') ?? [];
  const nodes = inserted.map((node) => asInserted(node, marks, by));
  filling.replaceWith(at, held.behind, nodes);
  dispatch(finish(filling, { before: held.before, behind: at + Fragment.from(nodes).size }));
  return true;
}

/** The same for what a person takes back of the own suggestion; gives how much of the letter is gone. */
function takeBack(
  read: () => EditorState,
  dispatch: (transaction: Transaction) => void,
  { from, to, inserted, by }: Change,
): number {
  const { doc, schema } = read();
  const doubtful: { from: number; to: number; node: Node }[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    const range = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize), node };
    // What goes away and what comes in are not told apart in one step.
    const isDoubtful = inserted.length > 0 || isDoubled(doc, range);
    if (node.isText && isOwn(node, by) && isDoubtful) doubtful.push(range);
  });
  for (const range of doubtful.toReversed()) {
    dispatch(read().tr.replaceWith(range.from, range.to, schema.text(guard, range.node.marks)));
    dispatch(read().tr.delete(range.from, range.from + guard.length));
  }
  return doubtful.reduce((sum, range) => sum + range.to - range.from, 0);
}

/** Whether what follows a range begins as the range does: without the range the text is the same as without that. */
function isDoubled(document: Node, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const next = document.resolve(to).nodeAfter;
  return next?.isText === true && next.text?.[0] === document.textBetween(from, from + 1);
}

/** Whether what stands behind the text that was put in begins as that does. */
function isAmbiguous(document: Node, behind: number, [first]: readonly Node[]): boolean {
  const next = document.resolve(behind).nodeAfter;
  return first?.isText === true && next?.isText === true && first.text?.[0] === next.text?.[0];
}

/** Marks a range as deleted; gives the ranges the same person had put in, which are to be deleted in earnest. */
function markDeleted(transaction: Transaction, from: number, to: number, by: Suggester) {
  const own: { from: number; to: number }[] = [];
  const { doc } = transaction;
  const mark = doc.type.schema.mark('deletion', { ...by });
  if (from < to)
    doc.nodesBetween(from, to, (node, position) => {
      const end = position + node.nodeSize;
      if (node.isText) {
        const range = { from: Math.max(from, position), to: Math.min(to, end) };
        if (isOwn(node, by)) own.push(range);
        else if (suggesterOf(node, 'deletion') === undefined) transaction.addMark(range.from, range.to, mark);
        return false;
      }
      if (node.isInline) {
        // A range that ends in the middle of text under a flag takes a part of that text.
        if (position < from || end > to) return true;
        if (isOwn(node, by)) own.push({ from: position, to: end });
        else if (suggesterOf(node, 'deletion') === undefined)
          transaction.setNodeAttribute(position, 'deletion', suggesterToText(by));
        return false;
      }
      if (node.isTextblock && position >= from && position < to) suggestJoin(transaction, position, by);
      return true;
    });
  return own;
}

/** Suggests that a paragraph goes on in the one before it; false when nothing stands before it to go on in. */
export function suggestJoin(transaction: Transaction, position: number, by: Suggester): boolean {
  const block = transaction.doc.nodeAt(position);
  if (!block?.isTextblock || previousTextblock(transaction.doc, position) === undefined) return false;
  if (block.attrs.joined === null) transaction.setNodeAttribute(position, 'joined', suggesterToText(by));
  return true;
}

/**
 * The content of a slice in one line, with the ends of its paragraphs as characters; undefined when it holds what cannot
 * be suggested.
 */
export function inlineOf({ content }: Slice): Node[] | undefined {
  const lines: Node[][] = [];
  const walk = (fragment: Fragment): boolean => {
    const children = [...Array(fragment.childCount).keys()].map((index) => fragment.child(index));
    if (children.length > 0 && children.every(({ isInline }) => isInline)) {
      lines.push(children);
      return true;
    }
    return children.every((child) => {
      if (child.type.name === 'table') return false;
      if (!child.isTextblock) return walk(child.content);
      lines.push([...Array(child.childCount).keys()].map((index) => child.child(index)));
      return true;
    });
  };
  if (!walk(content)) return undefined;
  return lines.flatMap((line, index) => {
    const schema = line[0]?.type.schema ?? content.firstChild?.type.schema;
    return index === 0 || schema === undefined ? line : [schema.text(suggestedBreak), ...line];
  });
}

function asInserted(node: Node, insertions: readonly Mark[], by: Suggester): Node {
  const { deletion } = node.type.schema.marks;
  if (node.isText) {
    const kept = deletion ? deletion.removeFromSet(node.marks) : node.marks;
    return node.mark(insertions.reduce((marks, mark) => mark.addToSet(marks), kept));
  }
  const attributes = { ...node.attrs, insertion: suggesterToText(by), deletion: null };
  return node.type.create(attributes, node.content, node.marks);
}

/**
 * The place behind the rest of a run that is suggested to go. Yjs keeps a mark as a beginning and an end in the text; words
 * without it in the middle would end it and begin it anew, and whoever took the mark away meanwhile, without connection, would
 * leave that second beginning behind, with the rest of the letter struck out.
 */
function behindDeleted(document: Node, place: number): number {
  const { nodeBefore, nodeAfter } = document.resolve(place);
  if (!nodeBefore?.isText || !nodeAfter?.isText) return place;
  const goesOn = nodeAfter.marks.some(
    (mark) => mark.type.name === 'deletion' && mark.isInSet(nodeBefore.marks),
  );
  return goesOn ? behindDeleted(document, place + nodeAfter.nodeSize) : place;
}

/** For the same reason words in the middle of a suggested insertion are a part of it, whoever suggests them. */
function insertionsAround(document: Node, place: number): Mark[] {
  const { nodeBefore, nodeAfter } = document.resolve(place);
  if (!nodeBefore?.isText || !nodeAfter?.isText) return [];
  return nodeAfter.marks.filter((mark) => mark.type.name === 'insertion' && mark.isInSet(nodeBefore.marks));
}

/** What the person has begun next to this place goes on: one run, not one for every minute. */
function ownInsertion(document: Node, place: number, by: Suggester): Mark | undefined {
  const { nodeBefore, nodeAfter } = document.resolve(place);
  const marks = [...(nodeBefore?.marks ?? []), ...(nodeAfter?.marks ?? [])];
  return marks.find(({ type, attrs }) => type.name === 'insertion' && attrs.author === by.author);
}

function insertionMark(document: Node, by: Suggester): Mark {
  return document.type.schema.mark('insertion', { ...by });
}

/** Whether the person has put this in. Who came later has put it into what the other had suggested. */
function isOwn(node: Node, { author }: Suggester): boolean {
  const all = suggestersOf(node, 'insertion');
  const [own, others] = [true, false].map((is) => all.filter((one) => (one.author === author) === is));
  return own?.some(({ at }) => others?.every((other) => other.at < at)) ?? false;
}

function placeFor(document: Node, position: number): number | undefined {
  return document.resolve(position).parent.inlineContent ? position : undefined;
}
