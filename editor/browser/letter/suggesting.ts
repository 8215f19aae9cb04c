import { Extension } from '@tiptap/core';
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { type Suggester, suggestedBreak } from '../../schema/suggestion.ts';
import { previousTextblock } from '../../suggestions/paragraphs.ts';
import { breakSign, type Suggestion, suggesterOf, suggestionsOf } from '../../suggestions/pieces.ts';
import { type Change, inlineOf, makeSuggestion, suggestJoin } from '../../suggestions/suggest.ts';
import { colourClass } from './carets.ts';

/** What the plugin knows. */
export interface SuggestingState {
  readonly suggestions: readonly Suggestion[];
  readonly active: string | undefined;
  readonly decorations: DecorationSet;
}

/** What the mode needs of the desk. */
export interface SuggestingHouse {
  /** Whether what is typed is a suggestion. */
  isOn(): boolean;
  by(): Suggester;
  colourOf(author: string): number;
  /** How a variable is read. */
  nameOf(node: Node): string;
  /** Something was asked for that cannot be suggested. */
  refuse(): void;
  changed(state: SuggestingState): void;
}

type Meta = { readonly active: string | undefined } | { readonly direct: true };

export const suggestingKey = new PluginKey<SuggestingState>('suggesting');

/** Chooses the suggestion that is looked at. */
export function setActiveSuggestion(state: EditorState, active: string | undefined): Transaction {
  return state.tr.setMeta(suggestingKey, { active } satisfies Meta).setMeta('addToHistory', false);
}

/** Marks a transaction as a change of the letter itself, whatever the mode. */
export function direct(transaction: Transaction): Transaction {
  return transaction.setMeta(suggestingKey, { direct: true } satisfies Meta);
}

/** The suggestion mode: what a person types, deletes or pastes becomes a suggestion. */
export function suggesting(house: SuggestingHouse): Extension {
  // A deletion forwards leaves the caret behind what is struck out, so that the next one goes on.
  let forwards = false;

  /** Gives a change to the editor as a suggestion. */
  function make(
    read: () => EditorState,
    dispatch: (transaction: Transaction) => void,
    change: Omit<Change, 'by'>,
  ): void {
    const isMade = makeSuggestion(
      read,
      (transaction) => dispatch(direct(transaction)),
      { ...change, by: house.by() },
      (transaction, { before, behind }) => {
        const caret = change.inserted.length > 0 || forwards ? behind : before;
        return transaction.setSelection(Selection.near(transaction.doc.resolve(caret))).scrollIntoView();
      },
    );
    if (!isMade) house.refuse();
  }

  return Extension.create({
    name: 'suggesting',
    // Before the rules that make lists and links of what is typed.
    priority: 1_000,

    dispatchTransaction({ transaction, next }) {
      const isOwn = transaction.getMeta(ySyncPluginKey) === undefined;
      const isChange = transaction.docChanged && transaction.getMeta(suggestingKey) === undefined;
      if (!isChange || !isOwn || !house.isOn()) {
        next(transaction);
        return;
      }
      const change = changeOf(transaction);
      if (change === 'none')
        next(this.editor.state.tr.setSelection(sameSelection(transaction)).scrollIntoView());
      else if (change === 'layout') house.refuse();
      else make(() => this.editor.state, next, change);
    },

    addProseMirrorPlugins() {
      return [
        new Plugin<SuggestingState>({
          key: suggestingKey,
          state: {
            init: (_config, { doc }) => stateOf(doc, undefined, house),
            apply(transaction, previous) {
              const meta: Meta | undefined = transaction.getMeta(suggestingKey);
              const active = meta && 'active' in meta ? meta.active : previous.active;
              if (!transaction.docChanged && active === previous.active) return previous;
              return stateOf(transaction.doc, active, house);
            },
          },
          props: {
            decorations: (state) => suggestingKey.getState(state)?.decorations,
            transformPasted: (slice) => new Slice(settled(slice.content), slice.openStart, slice.openEnd),
            transformCopied: (slice) => new Slice(settled(slice.content), slice.openStart, slice.openEnd),
            handleTextInput(view, from, to, text) {
              const { state } = view;
              const marks = marksAt(state, from);
              if (!house.isOn()) return typeUnmarked(view, from, to, text, marks);
              const place = state.selection instanceof NodeSelection ? state.selection.to : undefined;
              const inserted = [state.schema.text(text, unmarked(marks))];
              forwards = false;
              make(
                () => view.state,
                (transaction) => view.dispatch(transaction),
                { from: place ?? from, to: place ?? to, inserted },
              );
              return true;
            },
            handleKeyDown(view, { key }) {
              forwards = key === 'Delete';
              if (!house.isOn() || (key !== 'Backspace' && key !== 'Delete')) return false;
              return joinAt(view, key, house);
            },
          },
          view: () => ({
            update(view, before) {
              const state = suggestingKey.getState(view.state);
              if (state !== undefined && state !== suggestingKey.getState(before)) house.changed(state);
            },
          }),
        }),
      ];
    },
  });
}

/** What a transaction changes, as one replacement; `layout` for what is no change of text. */
function changeOf({ before, doc, steps }: Transaction): Omit<Change, 'by'> | 'none' | 'layout' {
  if (steps.some((step) => !(step instanceof ReplaceStep))) return 'layout';
  const start = before.content.findDiffStart(doc.content);
  const end = before.content.findDiffEnd(doc.content);
  if (start === null || end === null) return 'none';
  // The same letter inserted twice can be found from both sides: the ends must not lie before the start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const inserted = inlineOf(doc.slice(start, end.b + overlap));
  return inserted === undefined ? 'layout' : { from: start, to: end.a + overlap, inserted };
}

function sameSelection({ selection, before }: Transaction): Selection {
  return Selection.near(before.resolve(Math.min(selection.from, before.content.size)));
}

/** Backspace at the beginning of a paragraph and Delete at its end suggest to join; true when the key is used up. */
function joinAt(view: EditorView, key: 'Backspace' | 'Delete', house: SuggestingHouse): boolean {
  const { state } = view;
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return false;
  const isBackwards = key === 'Backspace';
  if ($from.parentOffset !== (isBackwards ? 0 : $from.parent.content.size)) return false;
  const position = isBackwards ? $from.before() : nextTextblock(state.doc, $from.after());
  if (position === undefined) return true;
  const { tr } = state;
  if (!suggestJoin(tr, position, house.by())) return true;
  const caret = isBackwards ? previousTextblock(state.doc, position)?.end : position + 1;
  if (caret !== undefined) tr.setSelection(TextSelection.create(tr.doc, caret));
  view.dispatch(direct(tr).scrollIntoView());
  return true;
}

function nextTextblock(document: Node, from: number): number | undefined {
  let found: number | undefined;
  document.nodesBetween(Math.min(from, document.content.size), document.content.size, (node, position) => {
    if (found === undefined && node.isTextblock && position >= from) found = position;
    return found === undefined;
  });
  return found;
}

function marksAt(state: EditorState, from: number): readonly Mark[] {
  return state.storedMarks ?? state.doc.resolve(from).marks();
}

function isSuggestion({ type }: Mark): boolean {
  return type.name === 'insertion' || type.name === 'deletion';
}

function unmarked(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !isSuggestion(mark));
}

/** Out of the mode, what is typed in the middle of struck words is no part of them. */
function typeUnmarked(
  view: EditorView,
  from: number,
  to: number,
  text: string,
  marks: readonly Mark[],
): boolean {
  if (!marks.some(({ type }) => type.name === 'deletion')) return false;
  const node = view.state.schema.text(text, unmarked(marks));
  const transaction = view.state.tr.replaceWith(from, to, node);
  view.dispatch(
    transaction.setSelection(TextSelection.create(transaction.doc, from + text.length)).scrollIntoView(),
  );
  return true;
}

/** What is copied or pasted: as if everything in it were accepted, and no suggestion any more. */
function settled(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isInline && suggesterOf(node, 'deletion') !== undefined) return;
    if (node.isText) {
      const words = (node.text ?? '').replaceAll(suggestedBreak, '\n');
      nodes.push(node.type.schema.text(words, unmarked(node.marks)));
      return;
    }
    const attributes = { ...node.attrs };
    for (const name of ['insertion', 'deletion', 'joined']) if (name in attributes) attributes[name] = null;
    nodes.push(node.type.create(attributes, settled(node.content), node.marks));
  });
  return Fragment.fromArray(nodes);
}

function stateOf(document: Node, active: string | undefined, house: SuggestingHouse): SuggestingState {
  const suggestions = suggestionsOf(document, (node) => house.nameOf(node));
  const decorations = suggestions.flatMap((suggestion) => {
    const person = colourClass(house.colourOf(suggestion.author));
    const looked = suggestion.key === active ? ' suggested-active' : '';
    return suggestion.pieces.flatMap(({ kind, what, from, to, text }) => {
      const attributes = {
        class: `suggested-${what === 'join' ? 'join' : kind} ${person}${looked}`,
        title: `${kind === 'insertion' ? 'Вставить' : 'Убрать'} — ${suggestion.author}`,
        'data-suggestion': suggestion.key,
      };
      if (what === 'join') {
        const size = document.nodeAt(from)?.nodeSize ?? 1;
        return [Decoration.node(from, from + size, attributes)];
      }
      const breaks = what === 'text' ? breaksIn(text, from) : [];
      return [Decoration.inline(from, to, attributes), ...breaks];
    });
  });
  return { suggestions, active, decorations: DecorationSet.create(document, decorations) };
}

function breaksIn(text: string, from: number): Decoration[] {
  return [...text].flatMap((sign, at) =>
    sign === breakSign ? [Decoration.inline(from + at, from + at + 1, { class: 'suggested-break' })] : [],
  );
}
