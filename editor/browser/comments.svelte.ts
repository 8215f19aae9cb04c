import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import type { Attributions } from '../together/attributions.ts';
import { mentionedIn } from '../together/mentions.ts';
import { openMentions, type Thread, Threads } from '../together/threads.ts';
import { anchorOf, type Range } from './letter/anchors.ts';
import { commentsKey, commentsPlugin, readPlaces, setActiveThread } from './letter/comments-plugin.ts';
import { keepSeen, seenComments } from './seen-comments.ts';

/** A quote longer than this is cut: it only has to be recognised. */
const quoteLength = 300;

/** What the comments need of the desk. */
export interface CommentsHouse {
  readonly name: string;
  /** Names of everybody else who can be called. */
  others(): readonly string[];
}

/** The comments of the draft on one person's desk. */
export class Comments {
  /** All threads, the oldest first. */
  list = $state.raw<readonly Thread[]>([]);
  /** Where they stand in the letter; those whose place is gone have none. */
  places = $state.raw<ReadonlyMap<string, Range>>(new Map());
  active = $state<string>();
  /** A comment that is being written on this place. */
  begun = $state.raw<Range & { readonly quote: string }>();
  /** What a screen reader is told. */
  said = $state('');
  #seen = $state.raw<ReadonlySet<string>>(seenComments());
  #editor: Editor | undefined;
  readonly #threads: Threads;
  readonly #house: CommentsHouse;

  /** Threads that are not settled, in the order of the letter; those without a place follow. */
  readonly open: readonly Thread[] = $derived(
    this.#ordered(this.list.filter(({ resolved }) => resolved === undefined)),
  );
  readonly settled: readonly Thread[] = $derived(this.list.filter(({ resolved }) => resolved !== undefined));

  constructor(document: Y.Doc, house: CommentsHouse, attributions: Attributions) {
    this.#threads = new Threads(document, attributions);
    this.#house = house;
    this.list = this.#threads.list();
    this.#threads.subscribe(() => this.#read());
  }

  /** Comments that call this person, are not answered and were not looked at here. */
  get calls(): readonly string[] {
    const name = this.#house.name;
    return openMentions(this.list)
      .filter((mention) => mention.name === name && !this.#seen.has(mention.comment))
      .map(({ comment }) => comment);
  }

  attach(editor: Editor): void {
    this.#editor = editor;
    editor.registerPlugin(
      commentsPlugin(
        () => this.list,
        ({ places, active }) => {
          this.places = places;
          this.active = active;
        },
      ),
    );
    this.readPlaces();
  }

  /** The server has said more of who wrote what. */
  reread(): void {
    this.list = this.#threads.list();
  }

  detach(): void {
    this.#editor = undefined;
  }

  /** Reads the places anew: when the letter has come, or threads have changed. */
  readPlaces(): void {
    if (this.#editor) this.#editor.view.dispatch(readPlaces(this.#editor.state));
  }

  /** Begins a comment on what is selected; without a selection the thread at the caret is looked at. */
  begin(): void {
    const editor = this.#editor;
    if (!editor) return;
    const { from, to } = editor.state.selection;
    if (from === to) {
      const here = this.#at(from);
      if (here === undefined) this.said = 'Выделите слова, о которых хотите написать';
      else this.look(here);
      return;
    }
    const words = editor.state.doc.textBetween(from, to, ' ').slice(0, quoteLength);
    this.look(undefined);
    this.begun = { from, to, quote: words };
  }

  /** Puts the comment that is being written on its place. */
  put(text: string): void {
    const begun = this.begun;
    const anchor = this.#editor && begun && anchorOf(this.#editor.state, begun);
    this.begun = undefined;
    if (!begun || !anchor) {
      this.said = 'Этих слов в письме больше нет';
      return;
    }
    const id = this.#threads.begin(begun.quote, anchor, this.#saying(text));
    this.said = 'Комментарий добавлен';
    this.look(id);
  }

  reply(thread: string, text: string): void {
    this.#threads.reply(thread, this.#saying(text));
    this.said = 'Ответ добавлен';
  }

  resolve(thread: string): void {
    this.#threads.resolve(thread, this.#house.name);
    this.said = 'Вопрос решён';
  }

  reopen(thread: string): void {
    this.#threads.reopen(thread);
    this.said = 'Обсуждение снова открыто';
  }

  remove(thread: string, comment: string): void {
    if (this.#threads.remove(thread, comment, this.#house.name)) this.said = 'Комментарий удалён';
  }

  /** Chooses a thread, or none. */
  look(id: string | undefined): void {
    if (this.#editor) this.#editor.view.dispatch(setActiveThread(this.#editor.state, id));
    const thread = this.list.find((one) => one.id === id);
    if (thread) this.#see(thread);
  }

  /** Chooses the thread that stands at a position of the letter, if there is one. */
  lookAt(position: number): boolean {
    const here = this.#at(position);
    if (here !== undefined) this.look(here);
    return here !== undefined;
  }

  /** Brings the words of a thread into view; with the focus they are selected too. */
  show(id: string, withFocus: boolean): void {
    const editor = this.#editor;
    const place = this.places.get(id);
    if (!editor || !place) return;
    if (withFocus) {
      const selection = TextSelection.create(editor.state.doc, place.from, place.to);
      editor.view.dispatch(editor.state.tr.setSelection(selection));
      editor.view.focus();
    }
    const { node } = editor.view.domAtPos(place.from);
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  }

  /** The thread that follows the one looked at, or the caret, in the order of the letter. */
  next(step: 1 | -1): Thread | undefined {
    const ordered = this.open;
    const at = ordered.findIndex(({ id }) => id === this.active);
    if (at >= 0) return ordered[(at + step + ordered.length) % ordered.length];
    const caret = this.#editor?.state.selection.from ?? 0;
    const placeOf = ({ id }: Thread) => this.places.get(id)?.from ?? Number.POSITIVE_INFINITY;
    return step === 1
      ? (ordered.find((one) => placeOf(one) >= caret) ?? ordered[0])
      : (ordered.findLast((one) => placeOf(one) < caret) ?? ordered.at(-1));
  }

  #ordered(threads: readonly Thread[]): Thread[] {
    const placeOf = ({ id }: Thread) => this.places.get(id)?.from ?? Number.POSITIVE_INFINITY;
    return threads.toSorted((one, other) => Math.sign(placeOf(one) - placeOf(other)) || 0);
  }

  #at(position: number): string | undefined {
    const found = [...(this.#editor ? (commentsKey.getState(this.#editor.state)?.places ?? []) : [])]
      .filter(([, { from, to }]) => from <= position && position <= to)
      // The innermost one.
      .toSorted(([, one], [, other]) => one.to - one.from - (other.to - other.from));
    const isOpen = (id: string) => this.open.some((thread) => thread.id === id);
    return found.find(([id]) => isOpen(id))?.[0];
  }

  #saying(text: string) {
    const author = this.#house.name;
    return { author, text: text.trim(), mentions: mentionedIn(text, this.#house.others()) };
  }

  #see({ comments }: Thread): void {
    const called = comments.filter(({ mentions }) => mentions.includes(this.#house.name));
    const fresh = called.map(({ id }) => id).filter((id) => !this.#seen.has(id));
    if (fresh.length === 0) return;
    keepSeen(fresh);
    this.#seen = new Set([...this.#seen, ...fresh]);
  }

  #read(): void {
    const before = new Set(this.list.flatMap(({ comments }) => comments.map(({ id }) => id)));
    this.list = this.#threads.list();
    this.readPlaces();
    const fresh = this.list
      .flatMap(({ comments }) => comments)
      .filter(({ id, author, sentBy }) => !before.has(id) && (sentBy ?? author) !== this.#house.name);
    const last = fresh.at(-1);
    if (last === undefined) return;
    const calls = last.mentions.includes(this.#house.name);
    const author = last.sentBy ?? last.author;
    this.said = calls ? `${author} зовёт Вас в комментарии` : `Новый комментарий: ${author}`;
  }
}
