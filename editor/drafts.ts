import type { Content } from '#knowledge';
import { type Collaboration, createCollaboration } from './collaboration/server.ts';
import type { DraftRecord } from './storage/record.ts';
import { DraftWriter } from './storage/writer.ts';

/** What drafting needs to know of the house it works in. */
export interface DraftsOptions {
  /** The folder that holds `drafts.sqlite`. */
  readonly dataFolder: string;
  readonly content: Content;
}

/** Drafts of letters: the store, and writing together. */
export interface Drafts {
  readonly collaboration: Collaboration;
  /** All drafts, the last changed first. */
  list(): Promise<DraftRecord[]>;
  find(id: string): Promise<DraftRecord | undefined>;
  /** Rejects when the store cannot be written. */
  check(): Promise<void>;
  /** Closes sockets, writes what is waiting, closes the file. */
  close(): Promise<void>;
}

/** Opens the store of drafts and makes the collaboration server over it. */
export function createDrafts({ dataFolder }: DraftsOptions): Drafts {
  const writer = new DraftWriter(dataFolder);
  const collaboration = createCollaboration(writer);
  return {
    collaboration,
    list: () => writer.list(),
    find: (id) => writer.find(id),
    check: () => writer.check(),
    async close() {
      await collaboration.close();
      await writer.close();
    },
  };
}
