import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { commentsField } from '../schema/version.ts';
import { type Anchor, readAnchor } from './anchor.ts';
import { Attributions } from './attributions.ts';

/** One comment of a thread. */
export interface Comment {
  readonly id: string;
  /** Whom it names as its author. */
  readonly author: string;
  /** From whom the server has it, when that is somebody else. */
  readonly sentBy?: string;
  /** When it was written, as an instant. */
  readonly at: string;
  readonly text: string;
  /** Names of the people it calls. */
  readonly mentions: readonly string[];
}

/** Comments on one place of the letter. */
export interface Thread {
  readonly id: string;
  /** The words of the letter when the thread was begun: they stay when the place is gone. */
  readonly quote: string;
  readonly anchor: Anchor;
  /** Never empty. */
  readonly comments: readonly Comment[];
  readonly resolved: { readonly by: string; readonly at: string; readonly sentBy?: string } | undefined;
}

/** What is said in one comment. */
export type Said = Pick<Comment, 'author' | 'text' | 'mentions'>;

/** The longest comment: more is a letter of its own. */
export const maxCommentLength = 2_000;

/**
 * The comments of a draft, in its document but beside the letter: they merge like everything else and never reach what is
 * copied, printed or exported. A thread is never taken out of the map, only its comments are: an answer that somebody wrote
 * offline at the same time is kept with its quote.
 */
export class Threads {
  readonly #document: Y.Doc;
  readonly #threads: Y.Map<unknown>;
  readonly #attributions: Attributions;

  /** @param attributions what the names of authors are held against */
  constructor(document: Y.Doc, attributions: Attributions = new Attributions()) {
    this.#document = document;
    this.#attributions = attributions;
    this.#threads = document.getMap(commentsField);
  }

  /** All threads that have a comment, the oldest first. */
  list(): Thread[] {
    const found = [...this.#threads].flatMap(([id, thread]) => this.#read(id, thread) ?? []);
    return found.toSorted((one, other) => order(one).localeCompare(order(other)));
  }

  /** Begins a thread on a place of the letter; gives its id. */
  begin(quote: string, anchor: Anchor, said: Said): string {
    const id = nanoid();
    this.#document.transact(() => {
      const thread = new Y.Map<unknown>();
      this.#threads.set(id, thread);
      thread.set('quote', quote);
      thread.set('anchor', { ...anchor });
      thread.set('comments', new Y.Array<unknown>());
      this.#add(thread, said);
    });
    return id;
  }

  /** Answers in a thread; gives the id of the comment. What is answered is open again. */
  reply(thread: string, said: Said): string | undefined {
    const found = this.#find(thread);
    if (found === undefined) return undefined;
    return this.#document.transact(() => {
      found.delete('resolved');
      return this.#add(found, said);
    });
  }

  /** Says that the matter is settled. */
  resolve(thread: string, by: string): void {
    this.#find(thread)?.set('resolved', { by, at: now() });
  }

  /** Takes the matter up again. */
  reopen(thread: string): void {
    this.#find(thread)?.delete('resolved');
  }

  /** Deletes a comment if it is the author's own. */
  remove(thread: string, comment: string, author: string): boolean {
    const list = this.#find(thread)?.get('comments');
    if (!(list instanceof Y.Array)) return false;
    const index = list.toArray().findIndex((one) => {
      const read = readComment(one);
      return read?.id === comment && read.author === author;
    });
    if (index < 0) return false;
    list.delete(index, 1);
    return true;
  }

  /** Calls back after every change of the threads; gives the way to stop. */
  subscribe(listener: () => void): () => void {
    const heard = () => listener();
    this.#threads.observeDeep(heard);
    return () => this.#threads.unobserveDeep(heard);
  }

  #read(id: string, thread: unknown): Thread | undefined {
    if (!(thread instanceof Y.Map)) return undefined;
    const list = thread.get('comments');
    const quote = thread.get('quote');
    const anchor = readAnchor(thread.get('anchor'));
    if (!(list instanceof Y.Array) || typeof quote !== 'string' || anchor === undefined) return undefined;
    const comments = list.toArray().flatMap((one, index): Comment[] => {
      const comment = readComment(one);
      if (comment === undefined) return [];
      return [{ ...comment, ...this.#sender(comment.author, () => itemIn(list, index)) }];
    });
    if (comments.length === 0) return undefined;
    const settled = readResolved(thread.get('resolved'));
    const resolved = settled && { ...settled, ...this.#sender(settled.by, () => itemOf(thread, 'resolved')) };
    return { id, quote, anchor, comments, resolved };
  }

  #sender(author: string, item: () => Y.ID | undefined): { sentBy?: string } {
    const place = item();
    const name = place && this.#attributions.nameOf(place.client, place.clock);
    return name === undefined || name === author ? {} : { sentBy: name };
  }

  #find(thread: string): Y.Map<unknown> | undefined {
    const found = this.#threads.get(thread);
    return found instanceof Y.Map ? found : undefined;
  }

  #add(thread: Y.Map<unknown>, { author, text, mentions }: Said): string {
    const id = nanoid();
    const list = thread.get('comments');
    if (list instanceof Y.Array)
      list.push([{ id, author, at: now(), text: text.slice(0, maxCommentLength), mentions: [...mentions] }]);
    return id;
  }
}

/** A call that nobody has answered yet: who is called, and by which comment. */
export interface OpenMention {
  readonly name: string;
  readonly comment: string;
}

/** Calls in open threads that the person called has not answered. */
export function openMentions(threads: readonly Thread[]): OpenMention[] {
  return threads
    .filter(({ resolved }) => resolved === undefined)
    .flatMap(({ comments }) =>
      comments.flatMap((comment, index) =>
        comment.mentions
          .filter(
            (name) =>
              // Nobody answers for another.
              !comments.slice(index).some(({ author, sentBy }) => author === name && sentBy === undefined),
          )
          .map((name) => ({ name, comment: comment.id })),
      ),
    );
}

function order({ id, comments: [first] }: Thread): string {
  return `${first?.at ?? ''} ${id}`;
}

function now(): string {
  return new Date().toISOString();
}

// What stands in the map came from other people's browsers.

/** The change of Yjs by which an element came into a list. */
function itemIn(list: Y.Array<unknown>, index: number): Y.ID | undefined {
  return Y.createRelativePositionFromTypeIndex(list, index).item ?? undefined;
}

/** The same for the value of a map. */
function itemOf(map: Y.Map<unknown>, key: string): Y.ID | undefined {
  return map._map.get(key)?.id;
}

function readComment(value: unknown): Comment | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, author, at, text, mentions }: Partial<Record<keyof Comment, unknown>> = value;
  if (typeof id !== 'string' || typeof author !== 'string' || typeof text !== 'string') return undefined;
  const names = Array.isArray(mentions) ? mentions.filter((name) => typeof name === 'string') : [];
  return { id, author, at: typeof at === 'string' ? at : '', text, mentions: names };
}

function readResolved(value: unknown): Thread['resolved'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { by, at }: { by?: unknown; at?: unknown } = value;
  return typeof by === 'string' && typeof at === 'string' ? { by, at } : undefined;
}
