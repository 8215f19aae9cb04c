import type { Document, Extension, Hocuspocus, TransactionOrigin } from '@hocuspocus/server';
import { applyUpdate } from 'yjs';
import { StorageError } from '../storage/errors.ts';
import type { DraftWriter } from '../storage/writer.ts';
import type { Attributions } from '../together/attributions.ts';
import { openMentions, Threads } from '../together/threads.ts';
import type { Authorship } from './authorship.ts';
import type { Context } from './context.ts';
import { parseRoom } from './protocol.ts';

/** A document may not grow over this: a letter of 3 000 characters has 64 KB of log and 10 KB of state. */
const maxDocumentBytes = 4 * 1024 * 1024;

/**
 * Appends every update to the log as it happens, in `document.on('update')`: the event carries what was really applied,
 * while the bytes a client sent may be garbage that Yjs has ignored. Never stores the live document.
 */
export class Persistence implements Extension<Context> {
  readonly extensionName = 'persistence';
  readonly #writer: DraftWriter;
  readonly #authorship: Authorship;
  readonly #loads = new WeakMap<Document, { readonly load: number; readonly attributions: Attributions }>();
  readonly #bytes = new Map<string, number>();

  constructor(writer: DraftWriter, authorship: Authorship) {
    this.#writer = writer;
    this.#authorship = authorship;
  }

  /** Whether the document of the room may take so many bytes more. */
  mayGrow(room: string, bytes: number): boolean {
    return (this.#bytes.get(room) ?? 0) + bytes <= maxDocumentBytes;
  }

  async onLoadDocument({
    document,
    documentName,
    context,
  }: {
    document: Document;
    documentName: string;
    context: Context;
  }): Promise<void> {
    const room = parseRoom(documentName);
    if (room === undefined) throw new Error(`No room: ${documentName}`);
    try {
      const { document: state, load, attributions: known } = await this.#writer.load(room.draft);
      applyUpdate(document, state);
      this.#loads.set(document, { load, attributions: this.#authorship.learn(document, known) });
      this.#bytes.set(documentName, state.length);
    } catch (error) {
      const closing = error instanceof StorageError ? error.fault : 'storage';
      setImmediate(() => context.gate?.refuse(closing));
      throw error;
    }
  }

  async afterLoadDocument({
    document,
    instance,
  }: {
    document: Document;
    instance: Hocuspocus;
  }): Promise<void> {
    const room = parseRoom(document.name);
    const loaded = this.#loads.get(document);
    if (room === undefined || loaded === undefined) throw new Error(`Not loaded: ${document.name}`);
    const { load, attributions } = loaded;
    const threads = new Threads(document, attributions);
    const remember = () => {
      // For the list of drafts alone: what is lost here comes back with the next load.
      this.#writer.setMentions(room.draft, openMentions(threads.list())).catch(() => undefined);
    };
    threads.subscribe(remember);
    if (threads.list().length > 0) remember();
    document.on('update', (update: Uint8Array, origin: TransactionOrigin | undefined) => {
      // Another server has logged what comes from there.
      if (origin?.source === 'redis') return;
      this.#bytes.set(document.name, (this.#bytes.get(document.name) ?? 0) + update.length);
      this.#writer
        .append(room.draft, room.epoch, load, update, this.#authorship.takeFresh(document))
        .catch((error: unknown) => this.#giveUp(instance, document, error));
    });
  }

  /** An old document must not take a new one of the same name out of memory. */
  async beforeUnloadDocument({
    document,
    instance,
  }: {
    document: Document;
    instance: Hocuspocus;
  }): Promise<void> {
    if (instance.documents.get(document.name) !== document) throw { reason: 'replaced' };
  }

  async afterUnloadDocument({
    documentName,
    instance,
  }: {
    documentName: string;
    instance: Hocuspocus;
  }): Promise<void> {
    if (instance.documents.has(documentName)) return;
    this.#bytes.delete(documentName);
    const room = parseRoom(documentName);
    if (room === undefined) return;
    // Everybody has gone: what they leave behind is a version. A draft that was deleted has none.
    const at = new Date().toISOString();
    await this.#writer
      .keepVersion({ draft: room.draft, at, kind: 'session', name: '', person: '' })
      .catch(() => undefined);
  }

  /**
   * The document in memory holds what is not on the disk: nobody may go on with it, and clients must send it again. The
   * sockets are closed first, so that no acknowledgement slips out, then the document is forgotten.
   */
  #giveUp(instance: Hocuspocus, document: Document, error: unknown): void {
    if (instance.documents.get(document.name) !== document) return;
    console.error(`The draft in ${document.name} could not be written:`, error);
    const closing = error instanceof StorageError ? error.fault : 'storage';
    for (const connection of document.getConnections()) connection.context.gate.refuse(closing);
    instance.documents.delete(document.name);
    this.#bytes.delete(document.name);
    document.destroy();
  }
}
