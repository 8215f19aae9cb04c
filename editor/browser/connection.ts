import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import { type Closing, closingOf, closings } from '../collaboration/protocol.ts';
import { calmLine } from '../connection/calm-line.ts';
import { ChangeCount, countingSocket } from '../connection/counting-socket.ts';
import { type SaveState, saveState } from '../connection/save-state.ts';
import { schemaVersion } from '../schema/version.ts';
import { keepLocally, keptNowhere } from './local-copy.ts';
import { markUnsent } from './unsent.ts';

/** How long to stay away when too much was open: tabs that were turned away together do not come again together. */
const awayMs = { least: 10_000, most: 20_000 };

/** The draft's connection: to the server, and to the store of this browser. */
export interface Connection {
  readonly provider: HocuspocusProvider;
  /** Resolves when the letter is here, from the server or from this browser. */
  readonly loaded: Promise<void>;
  destroy(): void;
}

/**
 * Connects a document to its room, and keeps a copy in this browser for the time without connection.
 *
 * @param onState told the state line whenever it changes
 * @param copy the name of the copy that this browser keeps; undefined to keep none
 */
export function connect(
  room: string,
  document: Y.Doc,
  name: () => string,
  onState: (state: SaveState) => void,
  copy: string | undefined,
): Connection {
  const count = new ChangeCount();
  const tell = calmLine(onState);
  let closing: Closing | undefined;
  let connected = false;
  let storedHere = false;
  let changed = false;
  let comingBack: ReturnType<typeof setTimeout> | undefined;

  const local = copy === undefined ? keptNowhere : keepLocally(copy, document, () => report());
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collaboration`,
    WebSocketPolyfill: countingSocket(count, () => report()),
    // Not before there is a provider to ask: an exception in `onStatus` counts as an attempt that failed, and half a
    // second later the line that works would be replaced by another.
    autoConnect: false,
    delay: 500,
    minDelay: 500,
    maxDelay: 10_000,
    onStatus: ({ status }) => {
      connected = status === 'connected';
      // Who was turned away is let in when the letter has come, not before.
      if (connected && closing !== 'busy') closing = undefined;
      report();
    },
    onClose: ({ event }) => {
      connected = false;
      closing = closingOf(event.code) ?? closing;
      if (closing !== undefined && closings[closing].final) websocketProvider.disconnect();
      if (closing === 'busy') stayAway();
      report();
    },
  });
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: room,
    document,
    token: () => JSON.stringify({ schema: schemaVersion, name: name() }),
    onUnsyncedChanges: () => report(),
    onSynced: () => {
      if (closing === 'busy') closing = undefined;
      report();
    },
  });

  function stayAway(): void {
    websocketProvider.disconnect();
    clearTimeout(comingBack);
    const wait = awayMs.least + Math.random() * (awayMs.most - awayMs.least);
    comingBack = setTimeout(() => websocketProvider.connect(), wait);
  }

  function report(): void {
    const unsynced = Math.max(provider.unsyncedChanges, count.pending, count.settled ? 0 : 1);
    const { synced } = provider;
    const keptHere = local.complete;
    const state = saveState({ connected, synced, unsynced, closing, changed, storedHere, keptHere });
    if (state.kind === 'saved') changed = false;
    tellUnsent(state);
    tell(state);
  }

  let marked: boolean | undefined;

  /** Whoever signs out is warned by this, on whatever page; what the copy brings along from before counts until it is sent. */
  function tellUnsent({ kind, unsafe }: SaveState): void {
    const all = kind === 'gone' || (kind === 'saved' && local.complete);
    if (copy === undefined || (!all && !unsafe) || marked === !all) return;
    marked = !all;
    markUnsent(copy, marked);
  }

  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || local.isOrigin(origin)) return;
    changed = true;
    report();
  });

  // A browser that keeps nothing (private windows) still writes to the server.
  local.loaded.then(() => {
    storedHere = true;
    report();
  });
  provider.attach();
  websocketProvider.connect();
  report();
  return {
    provider,
    loaded: new Promise((resolve) => {
      const hasLetter = () => document.share.size > 0 && !isEmpty(document);
      provider.on('synced', () => resolve());
      local.loaded.then(() => {
        if (hasLetter()) resolve();
      });
    }),
    destroy() {
      clearTimeout(comingBack);
      provider.destroy();
      websocketProvider.destroy();
      local.destroy();
    },
  };
}

function isEmpty(document: Y.Doc): boolean {
  return document.store.clients.size === 0;
}
