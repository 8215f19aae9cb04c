import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Thread } from '../../together/threads.ts';
import { type Range, rangeOf, rangeOfWords } from './anchors.ts';
import { mappingOf } from './remote-mapping.ts';

/** Where the threads stand in the letter. */
export interface CommentsState {
  /** By thread; without those whose place is gone. */
  readonly places: ReadonlyMap<string, Range>;
  readonly active: string | undefined;
  readonly decorations: DecorationSet;
}

type Meta = { readonly read: true } | { readonly active: string | undefined };

export const commentsKey = new PluginKey<CommentsState>('comments');

/**
 * Marks what is commented on. Edits made here move the places; after an edit from elsewhere they are read anew out of Yjs,
 * which knows them by their characters.
 *
 * @param threads the threads as they are now
 */
export function commentsPlugin(
  threads: () => readonly Thread[],
  onChange: (state: CommentsState) => void,
): Plugin<CommentsState> {
  return new Plugin<CommentsState>({
    key: commentsKey,
    state: {
      init: () => ({ places: new Map(), active: undefined, decorations: DecorationSet.empty }),
      apply(transaction, previous, _before, state) {
        const meta: Meta | undefined = transaction.getMeta(commentsKey);
        if (meta === undefined && !transaction.docChanged) return previous;
        const active = meta && 'active' in meta ? meta.active : previous.active;
        const isLocal = mappingOf(transaction) === transaction.mapping;
        const places =
          (meta && 'read' in meta) || !isLocal
            ? placesOf(threads(), state)
            : moved(previous.places, transaction);
        return { places, active, decorations: marked(threads(), places, active, state.doc) };
      },
    },
    props: {
      decorations: (state) => commentsKey.getState(state)?.decorations,
    },
    view: () => ({
      update(view, before) {
        const state = commentsKey.getState(view.state);
        const previous = commentsKey.getState(before);
        if (state === undefined || state === previous) return;
        onChange(state);
        if (previous === undefined || state.places.size >= previous.places.size) return;
        // An edit that replaces the letter as a whole says nothing about places: Yjs knows them once it has the edit.
        queueMicrotask(() => {
          if (!view.isDestroyed) view.dispatch(readPlaces(view.state));
        });
      },
    }),
  });
}

/** Reads the places of all threads anew. */
export function readPlaces(state: EditorState): Transaction {
  return state.tr.setMeta(commentsKey, { read: true } satisfies Meta).setMeta('addToHistory', false);
}

/** Chooses the thread that is looked at. */
export function setActiveThread(state: EditorState, active: string | undefined): Transaction {
  return state.tr.setMeta(commentsKey, { active } satisfies Meta).setMeta('addToHistory', false);
}

function placesOf(threads: readonly Thread[], state: EditorState): Map<string, Range> {
  const found = threads.flatMap(({ id, anchor, quote }) => {
    const range = rangeOf(state, anchor) ?? rangeOfWords(state, quote);
    return range === undefined ? [] : [[id, range] as const];
  });
  return new Map(found);
}

function moved(places: ReadonlyMap<string, Range>, { mapping }: Transaction): Map<string, Range> {
  const found = [...places].flatMap(([id, { from, to }]) => {
    const range = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
    return range.from < range.to ? [[id, range] as const] : [];
  });
  return new Map(found);
}

function marked(
  threads: readonly Thread[],
  places: ReadonlyMap<string, Range>,
  active: string | undefined,
  document: Node,
): DecorationSet {
  const decorations = threads.flatMap(({ id, resolved }) => {
    const range = places.get(id);
    // A settled thread is shown only while it is looked at.
    if (range === undefined || (resolved !== undefined && id !== active)) return [];
    return Decoration.inline(range.from, range.to, {
      class: id === active ? 'commented commented-active' : 'commented',
      'data-thread': id,
    });
  });
  return DecorationSet.create(document, decorations);
}
