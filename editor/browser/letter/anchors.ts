import type { EditorState } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Anchor } from '../../together/anchor.ts';

/** A range of positions in the letter. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface Binding {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3];
}

/** Binds a range to the characters in it; undefined for a range without any. */
export function anchorOf(state: EditorState, { from, to }: Range): Anchor | undefined {
  const binding = bindingOf(state);
  if (binding === undefined || from >= to) return undefined;
  const position = (at: number) =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(at, binding.type, binding.mapping));
  const before = state.doc.resolve(from).nodeAfter?.isText !== true;
  return { start: position(before ? from : from + 1), end: position(to), before };
}

/** Where the characters of an anchor stand now; undefined when none of them is left. */
export function rangeOf(state: EditorState, anchor: Anchor): Range | undefined {
  const binding = bindingOf(state);
  if (binding === undefined) return undefined;
  const start = place(binding, anchor.start);
  const end = place(binding, anchor.end);
  if (start === undefined || end === undefined) return undefined;
  const from = anchor.before || start.gone ? start.at : start.at - 1;
  return from < end.at && end.at <= state.doc.content.size ? { from, to: end.at } : undefined;
}

/** Where words stand that are in the letter exactly once, in one paragraph: a place that was rebuilt is found again. */
export function rangeOfWords(state: EditorState, words: string): Range | undefined {
  const found: Range[] = [];
  if (words === '') return undefined;
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // One character a position: nodes inside stand for a sign that no quote has.
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    if (text.length !== node.content.size) return false;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push({ from: position + 1 + at, to: position + 1 + at + words.length });
    return false;
  });
  return found.length === 1 ? found[0] : undefined;
}

function bindingOf(state: EditorState): Binding | undefined {
  const sync = ySyncPluginKey.getState(state);
  return sync?.binding ? { type: sync.type, doc: sync.doc, mapping: sync.binding.mapping } : undefined;
}

function place({ type, doc, mapping }: Binding, json: unknown): { at: number; gone: boolean } | undefined {
  try {
    const position = Y.createRelativePositionFromJSON(json);
    const at = relativePositionToAbsolutePosition(doc, type, position, mapping);
    return at === null ? undefined : { at, gone: position.item !== null && isGone(doc, position.item) };
  } catch {
    // It came from another browser and is no position.
    return undefined;
  }
}

/** Whether a character is deleted; one that came back by «Отменить» is another item of Yjs. */
function isGone(document: Y.Doc, id: Y.ID): boolean {
  let current: Y.ID | null = id;
  while (current !== null) {
    const item: Y.Item | Y.GC = Y.getItem(document.store, current);
    if (!(item instanceof Y.Item)) return true;
    if (item.redone === null) return item.deleted;
    current = Y.createID(item.redone.client, item.redone.clock + current.clock - item.id.clock);
  }
  return true;
}
