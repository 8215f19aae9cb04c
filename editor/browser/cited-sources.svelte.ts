import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { CitedPage, CitedPiece, CitedVersion } from '../citations/cited-page.ts';
import { insertQuote, replaceQuote } from '../citations/quote.ts';
import {
  type CitedRange,
  citedRanges,
  type SourceState,
  Sources,
  sourceStates,
} from '../citations/sources.ts';
import type { Values } from '../text/blocks.ts';
import { fetchPage, fetchVersions } from './cited-pages.ts';
import { placeOfPart } from './letter/part-place.ts';

/** What the pages need of the desk. */
interface House {
  readonly name: string;
  readonly editor: Editor | undefined;
  readonly values: Values;
}

/** So often the knowledge base is asked whether it still says the same. */
const askEveryMs = 5 * 60_000;

const nowhere = { part: '', place: 'end', advice: '', state: 'missing', unfilled: [] } as const;

/** The pages of the knowledge base that the letter rests on, as they stand in it and as they are today (KB-6). */
export class CitedSources {
  states = $state.raw<readonly SourceState[]>([]);
  /** Said aloud. */
  said = $state('');
  readonly #house: House;
  readonly #sources: Sources;
  #today = new Map<string, CitedVersion | null>();
  #asking: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** The caret has been in the letter: before that nobody has chosen a place. */
  #placed = false;

  constructor(document: Y.Doc, house: House) {
    this.#house = house;
    this.#sources = new Sources(document);
    this.#sources.subscribe(() => this.read());
  }

  /** How many pages have changed or gone since, and nobody has decided yet. */
  get waiting(): number {
    return this.states.filter(({ state }) => state === 'changed' || state === 'gone').length;
  }

  /** Follows the letter in this editor; gives the way to stop. */
  follow(editor: Editor): () => void {
    const placed = () => {
      this.#placed = true;
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') this.refresh();
    };
    editor.on('focus', placed);
    document.addEventListener('visibilitychange', onVisible);
    this.#timer = setInterval(() => this.refresh(), askEveryMs);
    this.read();
    return () => {
      editor.off('focus', placed);
      document.removeEventListener('visibilitychange', onVisible);
      clearInterval(this.#timer);
    };
  }

  /** Reads the letter again; asks about pages that nothing is known of yet. */
  read(): void {
    const doc = this.#house.editor?.state.doc;
    if (!doc) return;
    this.states = sourceStates(this.#sources.list(), citedRanges(doc), this.#today);
    if (this.states.some(({ source }) => !this.#today.has(source.id))) this.refresh();
  }

  /** Asks how the pages stand today. Without connection what was known stays. */
  refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const ids = this.states.map(({ source }) => source.id);
    if (ids.length === 0) return;
    const versions = await fetchVersions(ids);
    const doc = this.#house.editor?.state.doc;
    if (versions === undefined || !doc) return;
    const waited = this.waiting;
    this.#today = versions;
    this.states = sourceStates(this.#sources.list(), citedRanges(doc), versions);
    if (this.waiting > waited) this.said = 'Страница, на которую опирается письмо, изменилась';
  }

  /** Puts a piece of a page at the caret, or at the end of the text while nobody has put the caret anywhere. */
  insert(page: CitedPage, piece: CitedPiece): void {
    const { editor, values } = this.#house;
    if (!editor || piece.content.length === 0) return;
    const { state } = editor;
    const end = placeOfPart(state.doc, nowhere, [], values);
    const { from, to } = this.#placed ? state.selection : { from: end, to: end };
    const at = 'node' in state.selection ? to : from;
    const quote = { page: page.id, digest: page.digest, piece: piece.id, content: piece.content };
    this.#today.set(page.id, page);
    this.#sources.add(page, this.#house.name);
    this.#inOneStep(editor, () =>
      editor.view.dispatch(insertQuote(state, { from: at, to }, quote, !this.#placed).scrollIntoView()),
    );
    editor.commands.focus();
    this.said = `Вставлено: «${page.title}»`;
  }

  /** Keeps a page in the list without taking words from it. */
  rely(page: CitedPage): void {
    this.#today.set(page.id, page);
    this.#sources.add(page, this.#house.name);
    this.said = `Письмо опирается на «${page.title}»`;
  }

  /** Puts the words of today in the place of the older ones; false when the page has no such piece any more. */
  update({ source }: SourceState, page: CitedPage): boolean {
    const { editor } = this.#house;
    if (!editor) return false;
    const ranges = citedRanges(editor.state.doc).filter((range) => range.page === source.id);
    const pieceOf = ({ piece }: CitedRange) =>
      page.pieces.find(({ id, content }) => id === piece && content.length > 0);
    if (!ranges.every(pieceOf)) return false;
    const { tr } = editor.state;
    for (const range of ranges.toReversed()) {
      const piece = pieceOf(range);
      if (!piece) continue;
      const quote = { page: page.id, digest: page.digest, piece: piece.id, content: piece.content };
      replaceQuote(editor.state, tr, range, quote);
    }
    this.#today.set(page.id, page);
    this.#sources.add(page, this.#house.name);
    this.#inOneStep(editor, () => editor.view.dispatch(tr));
    this.said = `Обновлено: «${page.title}»`;
    return true;
  }

  /** The new version was read, and the letter stays as it is; who decided is kept in the draft. */
  keep({ source, now }: SourceState): void {
    const { name } = this.#house;
    const listed = this.#sources.list().find(({ id }) => id === source.id);
    if (now) this.#sources.keep(listed ?? { ...source, title: now.title, url: now.url }, now.digest, name);
    this.said = `Оставлено как есть: «${source.title}»`;
  }

  /** Takes a page out of the list; its words, if there are any, stay in the letter as the writer’s own. */
  remove({ source, ranges }: SourceState): void {
    const { editor } = this.#house;
    const mark = editor?.schema.marks.citation;
    if (editor && mark && ranges.length > 0) {
      const { tr } = editor.state;
      for (const { from, to } of citedRanges(editor.state.doc).filter(({ page }) => page === source.id))
        tr.removeMark(from, to, mark);
      editor.view.dispatch(tr);
    }
    this.#sources.remove(source.id);
    this.said = `Письмо больше не опирается на «${source.title}»`;
  }

  /** Puts the caret where the words of a page stand. */
  show({ source }: SourceState): void {
    const { editor } = this.#house;
    const first = editor && citedRanges(editor.state.doc).find(({ page }) => page === source.id);
    if (editor && first) editor.chain().focus().setTextSelection(first).scrollIntoView().run();
  }

  page(id: string): Promise<CitedPage | 'gone' | 'offline'> {
    return fetchPage(id);
  }

  /** One step of its own for «Отменить», however fast it followed what was typed. */
  #inOneStep(editor: Editor, change: () => void): void {
    const undo: Y.UndoManager | undefined = yUndoPluginKey.getState(editor.state)?.undoManager;
    undo?.stopCapturing();
    change();
    undo?.stopCapturing();
  }
}
