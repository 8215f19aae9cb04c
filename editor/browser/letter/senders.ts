import type { EditorState } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Piece } from '../../suggestions/pieces.ts';

/** Who brought a change, as the server says it. */
export type SenderOf = (change: Y.ID) => string | undefined;

/**
 * Who brought the words of a suggestion and what marks them as one, besides the author it names. Mostly that is honest: a
 * colleague has typed into the suggestion, or has split its paragraph, which writes its words anew.
 */
export function otherSenders(state: EditorState, pieces: readonly Piece[], senderOf: SenderOf): string[] {
  const sync = ySyncPluginKey.getState(state);
  if (!sync?.binding) return [];
  const { type, doc, binding } = sync;
  const names = new Set<string>();
  for (const { kind, what, from, to, by } of pieces) {
    const found: (Y.ID | undefined)[] = [];
    if (what === 'text')
      for (let at = from; at < to; ) {
        // The position behind a character is the one that names it.
        const change = absolutePositionToRelativePosition(at + 1, type, binding.mapping).item;
        const same = change === null ? 1 : Math.min(restOf(doc, change), to - at);
        if (change !== null) {
          if (at === from) found.push(markBefore(doc, change, kind, by.author));
          // Whose the words are that somebody suggests to take out is nobody's matter.
          if (kind === 'insertion')
            for (let one = 0; one < same; one += 1) found.push(Y.createID(change.client, change.clock + one));
        }
        at += same;
      }
    else found.push(attributeOf(binding.mapping, state.doc.nodeAt(from), what === 'join' ? 'joined' : kind));
    for (const change of found) {
      const name = change && senderOf(change);
      if (name !== undefined && name !== by.author) names.add(name);
    }
  }
  return [...names];
}

/** How many characters one change of Yjs has put there, from this one on. */
function restOf(doc: Y.Doc, change: Y.ID): number {
  const item: Y.Item | Y.GC = Y.getItem(doc.store, change);
  return Math.max(1, item.id.clock + item.length - change.clock);
}

/** The change that marks a run of characters; it stands before them, perhaps behind others of the same run. */
function markBefore(doc: Y.Doc, change: Y.ID, kind: Piece['kind'], author: string): Y.ID | undefined {
  let item: Y.Item | Y.GC | null = Y.getItem(doc.store, change);
  while (item instanceof Y.Item) {
    const { content, deleted } = item;
    // Suggestions of two people on the same words have keys of their own: «deletion--» and a digest.
    if (!deleted && content instanceof Y.ContentFormat && content.key.split('--')[0] === kind) {
      const value: unknown = content.value;
      if (typeof value === 'object' && value !== null && 'author' in value && value.author === author)
        return item.id;
    }
    item = item.left;
  }
  return undefined;
}

/** The change that has set an attribute of the element behind a node. */
function attributeOf(mapping: ReadonlyMap<unknown, unknown>, node: unknown, name: string): Y.ID | undefined {
  for (const [element, drawn] of mapping)
    if (drawn === node && element instanceof Y.XmlElement) return element._map.get(name)?.id;
  return undefined;
}
