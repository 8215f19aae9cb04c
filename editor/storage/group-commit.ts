import type { DraftDatabase } from './database.ts';
import { StorageError } from './errors.ts';
import type { Requests, WriterReply, WriterRequest } from './messages.ts';

type AppendRequest = Extract<WriterRequest, { name: 'append' }>;

/** A log is compacted when it has grown by so many rows since it was last short. */
const rowsBeforeCompaction = 400;

/**
 * Carries out requests in the order they came, all neighbouring appends in one transaction: the disk is asked to keep
 * its promise once a group, not once a keystroke.
 */
export class GroupCommit {
  readonly #database: DraftDatabase;
  readonly #reply: (reply: WriterReply) => void;
  /** The load that may append, by draft: after a lost update the later ones of the same load must not be kept either. */
  readonly #fence = new Map<string, number>();
  readonly #rows = new Map<string, number>();

  constructor(database: DraftDatabase, reply: (reply: WriterReply) => void) {
    this.#database = database;
    this.#reply = reply;
  }

  /** Carries out a batch of requests; every request gets exactly one reply. */
  run(requests: readonly WriterRequest[]): void {
    let group: AppendRequest[] = [];
    for (const request of requests) {
      if (request.name === 'append') {
        group.push(request);
        continue;
      }
      this.#append(group);
      group = [];
      this.#answer(request);
    }
    this.#append(group);
  }

  /** Shortens one log that has grown long; to be called when there is nothing else to do. */
  compactOne(): boolean {
    for (const [draft, rows] of this.#rows) {
      if (rows < rowsBeforeCompaction) continue;
      // Compacted or not, it is tried again only after as many rows more.
      this.#rows.set(draft, 0);
      try {
        this.#database.compact(draft);
      } catch (error) {
        // A log that cannot be shortened is still a whole log.
        console.error(error);
      }
      return true;
    }
    return false;
  }

  #append(group: readonly AppendRequest[]): void {
    if (group.length === 0) return;
    const whole = group.filter(({ ask }) => this.#fence.get(ask.draft) === ask.load);
    const lost = group.filter(({ ask }) => this.#fence.get(ask.draft) !== ask.load);
    for (const { id } of lost)
      this.#fail(
        id,
        new StorageError('storage', 'Предыдущая правка не записалась: черновик надо открыть заново.'),
      );
    try {
      const missing = this.#database.append(
        whole.map(({ ask }) => ask),
        new Date().toISOString(),
      );
      for (const { id, ask } of whole) {
        if (missing.has(ask.draft)) {
          this.#fence.delete(ask.draft);
          this.#fail(id, new StorageError('gone', 'Черновик удалён.'));
          continue;
        }
        this.#rows.set(ask.draft, (this.#rows.get(ask.draft) ?? 0) + 1);
        this.#reply({ id, answer: undefined });
      }
    } catch (error) {
      for (const { id, ask } of whole) {
        this.#fence.delete(ask.draft);
        this.#fail(id, error);
      }
    }
  }

  #answer(request: Exclude<WriterRequest, AppendRequest>): void {
    try {
      this.#reply({ id: request.id, answer: this.#carryOut(request) });
    } catch (error) {
      this.#fail(request.id, error);
    }
  }

  #carryOut(request: Exclude<WriterRequest, AppendRequest>): Requests[keyof Requests]['answer'] {
    switch (request.name) {
      case 'list':
        return this.#database.list();
      case 'find':
        return this.#database.find(request.ask);
      case 'create':
        this.#database.create(request.ask);
        return undefined;
      case 'rename':
        this.#database.rename(request.ask.draft, request.ask.title);
        return undefined;
      case 'remove':
        this.#database.remove(request.ask);
        return undefined;
      case 'load': {
        const { record, document, attributions, size } = this.#database.load(request.ask.draft);
        this.#fence.set(request.ask.draft, request.ask.load);
        this.#rows.set(request.ask.draft, size.rows);
        return { record, document, attributions };
      }
      case 'read': {
        const { record, document } = this.#database.load(request.ask);
        return { record, document };
      }
      case 'record':
        return this.#database.record(request.ask);
      case 'history':
        return this.#database.history(request.ask);
      case 'keepVersion':
        return this.#database.keepVersion(request.ask);
      case 'versions':
        return this.#database.versions(request.ask);
      case 'version':
        return this.#database.version(request.ask.draft, request.ask.number);
      case 'setMentions':
        this.#database.setMentions(request.ask.draft, request.ask.mentions);
        return undefined;
      case 'mentions':
        return this.#database.mentions();
      case 'compact':
        return this.#database.compact(request.ask);
      case 'check':
        this.#database.check();
        return undefined;
      case 'close':
        this.#database.close();
        return undefined;
    }
  }

  #fail(id: number, error: unknown): void {
    const fault = error instanceof StorageError ? error.fault : 'storage';
    const message = error instanceof Error ? error.message : String(error);
    this.#reply({ id, fault, message });
  }
}
