import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { markUnsent } from './unsent.ts';

/** The copy of a draft that this browser keeps for the time without connection. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document. Never, where a browser keeps nothing. */
  readonly loaded: Promise<void>;
  /** Whether an update comes from this copy. */
  isOrigin(origin: unknown): boolean;
  /** Whether every change is in the store: a page that is closed now loses nothing. */
  readonly complete: boolean;
  destroy(): void;
}

const store = 'updates';

/** The name of a person's copy: who signs in at the same computer later must not be shown it, nor send it as their own. */
export function copyName({ room, account }: { readonly room: string; readonly account: string }): string {
  return account === '' ? room : `${room}@${account}`;
}

/**
 * Keeps a copy of the document under a name of its own.
 *
 * y-indexeddb does not say when a change has been written. IndexedDB runs overlapping transactions in their order, so a
 * read that is asked for right after the write answers only once the write is done.
 *
 * @param onChange told when `complete` may have changed
 */
export function keepLocally(copy: string, document: Y.Doc, onChange: () => void): LocalCopy {
  const persistence = new IndexeddbPersistence(copy, document);
  let loaded = false;
  let pending = 0;

  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === persistence || persistence.db === null) return;
    pending++;
    const read = persistence.db.transaction(store, 'readonly').objectStore(store).count();
    read.onsuccess = () => {
      pending--;
      onChange();
    };
  });

  return {
    loaded: persistence.whenSynced.then(() => {
      loaded = true;
      onChange();
    }),
    isOrigin: (origin) => origin === persistence,
    get complete() {
      return loaded && pending === 0;
    },
    destroy() {
      persistence.destroy();
    },
  };
}

/** No copy at all: for a letter that nobody changes any more. */
export const keptNowhere: LocalCopy = {
  loaded: new Promise(() => undefined),
  isOrigin: () => false,
  complete: false,
  destroy() {},
};

/** Forgets what this browser has kept of a draft. */
export function forgetLocally(copy: string): Promise<void> {
  markUnsent(copy, false);
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(copy);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}
