import { counted } from './counted.ts';

/** What this browser holds of somebody's work that the server has not. */
export interface LeftBehind {
  readonly letters: number;
  readonly edits: number;
  readonly calls: number;
}

/** The places of a browser where things are kept, as far as they are ours. */
export interface Places {
  readonly kept: Storage;
  readonly ofTab: Storage;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  /** The names of all databases; none where a browser does not name them. */
  databases(): Promise<string[]>;
  forgetDatabase(name: string): Promise<void>;
  /** Ends the service worker of the call screen. */
  endWorkers(): Promise<void>;
}

/** Written where the desk, the form of a page and the call screen keep what is not sent: `unsent.ts`, `kept.ts`, `outbox.ts`. */
const letterMark = 'ponyatno.unsent:';
const editMark = 'ponyatno.propose:';
const outbox = 'ponyatno-call-outbox';
/** Of no person: how the pages look. */
const ofTheBrowser = ['theme'];

const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

/** Counts what would be lost. */
export function leftBehind({ kept }: Pick<Places, 'kept'>): LeftBehind {
  const keys = keysOf(kept);
  return {
    letters: keys.filter((key) => key.startsWith(letterMark)).length,
    edits: keys.filter((key) => key.startsWith(editMark)).length,
    calls: recordsIn(kept.getItem(outbox)),
  };
}

/** «2 письма, 1 правка страницы»; empty when nothing would be lost. */
export function leftBehindText({ letters, edits, calls }: LeftBehind): string {
  return [
    letters > 0 ? counted(letters, 'письмо', 'письма', 'писем') : '',
    edits > 0 ? counted(edits, 'правка страницы', 'правки страниц', 'правок страниц') : '',
    calls > 0 ? counted(calls, 'запись о звонке', 'записи о звонках', 'записей о звонках') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * Takes what the staff may see out of this browser: stores of pages and of the search, copies of letters, names and questions.
 *
 * @param unsent whether what the server has not goes too, or waits for whoever has written it
 */
export async function forgetStaff(places: Places, unsent: 'too' | 'waits'): Promise<void> {
  const { kept, ofTab, caches } = places;
  const waits = (key: string) =>
    unsent === 'waits' && (key.startsWith(letterMark) || key.startsWith(editMark) || key === outbox);
  const waiting = new Set(
    unsent === 'waits'
      ? keysOf(kept).flatMap((key) => (key.startsWith(letterMark) ? [key.slice(letterMark.length)] : []))
      : [],
  );
  for (const key of keysOf(kept)) if (!ofTheBrowser.includes(key) && !waits(key)) kept.removeItem(key);
  ofTab.clear();
  const names = await places.databases();
  await Promise.all([
    places.endWorkers(),
    ...((await caches?.keys()) ?? []).map((name) => caches?.delete(name)),
    ...names
      .filter((name) => name.startsWith('draft.') && !waiting.has(name))
      .map((name) => places.forgetDatabase(name)),
  ]);
}

/** The places of this browser. */
export function placesHere(): Places {
  return {
    kept: localStorage,
    ofTab: sessionStorage,
    caches: 'caches' in globalThis ? globalThis.caches : undefined,
    async databases() {
      const all = 'databases' in indexedDB ? await indexedDB.databases() : [];
      return all.flatMap(({ name }) => name ?? []);
    },
    forgetDatabase: (name) =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        // A page that is open has it in use: it goes when that page goes.
        for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
      }),
    async endWorkers() {
      if (!('serviceWorker' in navigator)) return;
      const workers = await navigator.serviceWorker.getRegistrations();
      await Promise.all(workers.map((worker) => worker.unregister()));
    },
  };
}

function recordsIn(text: string | null): number {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}
