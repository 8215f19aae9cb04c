import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Attributed } from '../together/attributions.ts';
import type { OpenMention } from '../together/threads.ts';
import type { LogSize } from './database.ts';
import { StorageError } from './errors.ts';
import type { DraftEvent, NewEvent } from './event.ts';
import type { RequestName, Requests, WriterReply } from './messages.ts';
import type { DraftRecord, NewDraft } from './record.ts';
import type { DraftVersion, NewVersion } from './version.ts';

/** A loaded draft: where appends to it go. */
export interface LoadedDraft {
  readonly record: DraftRecord;
  readonly document: Uint8Array;
  /** Which account brought which changes. */
  readonly attributions: readonly Attributed[];
  /** The number of this load, for `append`. */
  readonly load: number;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The writer of drafts as the server's main thread sees it: every answer means «it is on the disk». */
export class DraftWriter {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #lastAppend = new Map<string, Promise<void>>();
  #next = 1;
  #loads = 0;
  #dead: Error | undefined;

  /** Opens `drafts.sqlite` in the folder, creating both when needed. */
  constructor(dataFolder: string) {
    // Letters hold personal data: the folder is for the account that runs the server.
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    this.#worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: { file: join(dataFolder, 'drafts.sqlite') },
    });
    this.#worker.on('message', (reply: WriterReply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('The writer of drafts has ended.')));
  }

  list(): Promise<DraftRecord[]> {
    return this.#ask('list', undefined);
  }

  find(draft: string): Promise<DraftRecord | undefined> {
    return this.#ask('find', draft);
  }

  create(draft: NewDraft): Promise<undefined> {
    return this.#ask('create', draft);
  }

  rename(draft: string, title: string): Promise<undefined> {
    return this.#ask('rename', { draft, title });
  }

  remove(draft: string): Promise<undefined> {
    return this.#ask('remove', draft);
  }

  compact(draft: string): Promise<LogSize> {
    return this.#ask('compact', draft);
  }

  /** Resolves when a test write has reached the disk. */
  check(): Promise<undefined> {
    return this.#ask('check', undefined);
  }

  /** The document as it is on the disk, after every append that was made before; for reading alone. */
  read(draft: string): Promise<{ record: DraftRecord; document: Uint8Array }> {
    return this.#ask('read', draft);
  }

  /** Adds a line to the history of a draft; undefined when the draft is no longer in the state that the line starts from. */
  record(event: NewEvent): Promise<number | undefined> {
    return this.#ask('record', event);
  }

  /** The history of a draft, the oldest line first. */
  history(draft: string): Promise<DraftEvent[]> {
    return this.#ask('history', draft);
  }

  /** Keeps the document as it is on the disk as a version; undefined when it says the same as the last one. */
  keepVersion(version: NewVersion): Promise<number | undefined> {
    return this.#ask('keepVersion', version);
  }

  /** Remembers who is called in the comments of a draft. */
  setMentions(draft: string, mentions: readonly OpenMention[]): Promise<undefined> {
    return this.#ask('setMentions', { draft, mentions });
  }

  /** Who is called in the comments, by draft. */
  mentions(): Promise<Map<string, OpenMention[]>> {
    return this.#ask('mentions', undefined);
  }

  /** The versions of a draft, the newest first. */
  versions(draft: string): Promise<DraftVersion[]> {
    return this.#ask('versions', draft);
  }

  /** The document of a version as one update; undefined when there is no such version. */
  version(draft: string, number: number): Promise<Uint8Array | undefined> {
    return this.#ask('version', { draft, number });
  }

  /** Replays a draft out of its log, after every append that was made before. */
  async load(draft: string): Promise<LoadedDraft> {
    this.#loads += 1;
    const load = this.#loads;
    return { ...(await this.#ask('load', { draft, load })), load };
  }

  /** Appends an update; resolves when it is on the disk. */
  append(
    draft: string,
    epoch: number,
    load: number,
    update: Uint8Array,
    attributions: readonly Attributed[] = [],
  ): Promise<void> {
    const done = this.#ask('append', { draft, epoch, load, update, attributions });
    this.#lastAppend.set(draft, done);
    const forget = () => {
      if (this.#lastAppend.get(draft) === done) this.#lastAppend.delete(draft);
    };
    done.then(forget, forget);
    return done;
  }

  /** When everything appended to the draft so far is on the disk; undefined when it already is. */
  settled(draft: string): Promise<void> | undefined {
    return this.#lastAppend.get(draft);
  }

  /** Finishes what was asked for, closes the file and ends the thread. */
  async close(): Promise<void> {
    if (this.#dead) return;
    const ended = new Promise((done) => this.#worker.once('exit', done));
    await this.#ask('close', undefined);
    await ended;
  }

  #ask<Name extends RequestName>(name: Name, ask: Requests[Name]['ask']): Promise<Requests[Name]['answer']> {
    if (this.#dead) return Promise.reject(new StorageError('storage', this.#dead.message));
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage({ id, name, ask });
    });
  }

  #receive(reply: WriterReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('fault' in reply) waiting?.reject(new StorageError(reply.fault, reply.message));
    else waiting?.resolve(reply.answer);
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const { reject } of this.#waiting.values()) reject(new StorageError('storage', error.message));
    this.#waiting.clear();
  }
}
