import type { Editor, Extension } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { decide, type Verdict } from '../suggestions/decide.ts';
import { changesParagraphs, type Suggestion } from '../suggestions/pieces.ts';
import { otherSenders, type SenderOf } from './letter/senders.ts';
import { direct, setActiveSuggestion, suggesting, suggestingKey } from './letter/suggesting.ts';

/** What the suggestions need of the desk. */
export interface SuggestionsHouse {
  readonly name: string;
  /** Everybody who is or was in the draft: the place in the list is the colour. */
  everybody(): readonly string[];
  /** Does something while nobody else decides in this draft; undefined when there was no turn. */
  inTurn<Result>(work: () => Result): Promise<Result | undefined>;
  /** What a variable is called. */
  labelOf(variable: string): string;
  /** Who brought a change of the document, as the server says it. */
  readonly senderOf: SenderOf;
}

/** The suggestions of the draft on one person's desk. */
export class Suggestions {
  /** What is typed here becomes a suggestion. */
  on = $state(false);
  list = $state.raw<readonly Suggestion[]>([]);
  /** What a screen reader is told. */
  said = $state('');
  /** Grows when the server has said more of who wrote what. */
  #told = $state(0);
  #activeKey = $state<string>();
  readonly active: Suggestion | undefined = $derived(this.list.find(({ key }) => key === this.#activeKey));
  readonly authors: readonly string[] = $derived(
    [...new Set(this.list.map(({ author }) => author))].toSorted(),
  );
  readonly #house: SuggestionsHouse;
  #editor: Editor | undefined;

  constructor(house: SuggestionsHouse) {
    this.#house = house;
  }

  /** The part of the editor that makes and shows suggestions. */
  extension(): Extension {
    return suggesting({
      isOn: () => this.on,
      by: () => ({ author: this.#house.name, at: `${new Date().toISOString().slice(0, 16)}Z` }),
      colourOf: (author) => Math.max(0, this.#house.everybody().indexOf(author)),
      nameOf: ({ type, attrs, textContent }) => {
        if (type.name === 'variable') return `«${this.#house.labelOf(String(attrs.name))}»`;
        return type.name === 'hardBreak' ? '↵' : textContent;
      },
      refuse: () => this.refuse(),
      changed: ({ suggestions, active }) => {
        if (!sameList(this.list, suggestions)) this.list = suggestions;
        this.#activeKey = active;
      },
    });
  }

  attach(editor: Editor): void {
    this.#editor = editor;
  }

  detach(): void {
    this.#editor = undefined;
  }

  /** Switches the mode; without a name nobody would know whose suggestions these are. */
  toggle(): void {
    if (!this.on && this.#house.name === '') {
      this.said = 'Сначала подпишитесь';
      return;
    }
    this.on = !this.on;
    this.said = this.on ? 'Режим правок включён: коллеги примут или отклонят их' : 'Режим правок выключен';
  }

  /** Says that something cannot be suggested. */
  refuse(): void {
    this.said = '';
    queueMicrotask(() => {
      this.said = 'В режиме правок меняется только текст';
    });
  }

  /**
   * Carries out what was decided, in one step for «Отменить»; gives how many suggestions that were. Paragraphs are split and
   * joined by one person at a time: undefined without connection, and nothing is done.
   */
  async decide(chosen: readonly Suggestion[], verdict: Verdict): Promise<number | undefined> {
    const needsTurn = verdict === 'accept' && chosen.some(changesParagraphs);
    if (!needsTurn) return this.#carryOut(chosen, verdict);
    return this.#house.inTurn(() => this.#carryOut(chosen, verdict));
  }

  #carryOut(chosen: readonly Suggestion[], verdict: Verdict): number {
    const editor = this.#editor;
    const state = editor && suggestingKey.getState(editor.state);
    if (!editor || !state) return 0;
    const keys = new Set(chosen.map(({ key }) => key));
    const here = state.suggestions.filter(({ key }) => keys.has(key));
    const transaction = decide(
      editor.state.tr,
      here.flatMap(({ pieces }) => pieces),
      verdict,
    );
    if (!transaction.docChanged) return 0;
    const undo = yUndoPluginKey.getState(editor.state)?.undoManager;
    undo?.stopCapturing();
    editor.view.dispatch(direct(transaction));
    undo?.stopCapturing();
    return here.length;
  }

  /** The server has said more of who wrote what. */
  reread(): void {
    this.#told += 1;
  }

  /** Who else has written in the suggestions, by the key of each. */
  others(): ReadonlyMap<string, readonly string[]> {
    this.list;
    const editor = this.#editor;
    // Without accounts the server says nothing of it.
    if (this.#told === 0 || !editor) return new Map();
    return new Map(
      this.#placed().map(({ key, pieces }) => [
        key,
        otherSenders(editor.state, pieces, this.#house.senderOf),
      ]),
    );
  }

  look(key: string | undefined): void {
    if (this.#editor) this.#editor.view.dispatch(setActiveSuggestion(this.#editor.state, key));
  }

  /** Chooses the suggestion at a position of the letter, if there is one. */
  lookAt(position: number): boolean {
    const state = this.#editor && suggestingKey.getState(this.#editor.state);
    const here = state?.suggestions.find(({ pieces }) =>
      pieces.some(({ what, from, to }) => what !== 'join' && from <= position && position <= to),
    );
    if (here) this.look(here.key);
    return here !== undefined;
  }

  /** Brings a suggestion into view. */
  show(suggestion: Suggestion): void {
    const editor = this.#editor;
    const place = this.#placed().find(({ key }) => key === suggestion.key);
    if (!editor || !place) return;
    const { node } = editor.view.domAtPos(place.from);
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  }

  /** The suggestion that follows the one looked at, or the caret. */
  next(step: 1 | -1): Suggestion | undefined {
    const placed = this.#placed();
    const at = placed.findIndex(({ key }) => key === this.#activeKey);
    if (at >= 0) return placed[(at + step + placed.length) % placed.length];
    const caret = this.#editor?.state.selection.from ?? 0;
    return step === 1
      ? (placed.find(({ from }) => from >= caret) ?? placed[0])
      : (placed.findLast(({ from }) => from < caret) ?? placed.at(-1));
  }

  #placed(): readonly Suggestion[] {
    return (this.#editor && suggestingKey.getState(this.#editor.state)?.suggestions) ?? [];
  }
}

/** Whether two lists show the same; places may have moved. */
function sameList(one: readonly Suggestion[], other: readonly Suggestion[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ key, at }, index) => key === other[index]?.key && at === other[index]?.at)
  );
}
