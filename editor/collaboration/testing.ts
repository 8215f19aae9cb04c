// Helpers of the tests of writing together: a real server on a real port, real providers over real sockets.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { type ClientOptions, WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { atThisComputer } from '#identity';
import { schemaVersion } from '../schema/version.ts';
import type { DraftRecord } from '../storage/record.ts';
import { DraftWriter } from '../storage/writer.ts';
import { type Collaboration, createCollaboration, maxFrameBytes } from './server.ts';
import type { Visitor } from './visitor.ts';

/** A server of drafts in the test's own process. */
export interface TestServer {
  readonly url: string;
  readonly writer: DraftWriter;
  readonly collaboration: Collaboration;
  stop(): Promise<void>;
}

/** A draft to write in. */
export function draftRecord(id: string): DraftRecord {
  return {
    id,
    template: 'final-reply',
    letter: 'final-reply',
    title: 'Ответ',
    urgent: false,
    received: '2026-11-20T10:00:00Z',
    values: {},
    created: '2026-11-20T10:00:00.000Z',
    updated: '2026-11-20T10:00:00.000Z',
    epoch: 1,
    schema: schemaVersion,
    state: 'draft',
  };
}

/** Puts a collaboration server on a port. */
export async function listen(
  collaboration: Collaboration,
  port = 0,
  visitorOf: (request: IncomingMessage) => Visitor = () => ({ identity: atThisComputer }),
): Promise<{ url: string; stop(): void }> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const server = createServer();
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      collaboration.accept(webSocket, new Request('http://localhost/collaboration'), visitorOf(request)),
    ),
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    url: `ws://127.0.0.1:${address.port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts a server over a data folder. */
export async function startTestServer(
  dataFolder: string,
  port = 0,
  visitorOf?: (request: IncomingMessage) => Visitor,
): Promise<TestServer> {
  const writer = new DraftWriter(dataFolder);
  const collaboration = createCollaboration(writer);
  const { url, stop } = await listen(collaboration, port, visitorOf);
  return {
    url,
    writer,
    collaboration,
    async stop() {
      await collaboration.close();
      await writer.close();
      stop();
    },
  };
}

/** A writer's browser, without the browser. */
export interface TestClient {
  readonly document: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly closings: number[];
  type(text: string): void;
  text(): string;
  /** Resolves when everything typed is acknowledged. */
  saved(): Promise<void>;
  /** Reads nothing any more and answers nothing, with its socket open. */
  fallSilent(): void;
  destroy(): void;
}

/** A socket closed while it is still connecting tells so by an error event, which ends the process when nobody listens. */
class QuietWebSocket extends WebSocket {
  constructor(address: string, protocols: string[], options: ClientOptions) {
    super(address, protocols, options);
    this.on('error', () => undefined);
  }
}

/** Connects a client to a room. */
export function connect(
  url: string,
  room: string,
  {
    name = 'Анна',
    schema = schemaVersion,
    document = new Y.Doc(),
    headers = {},
  }: {
    name?: string;
    schema?: number;
    document?: Y.Doc;
    headers?: Readonly<Record<string, string>>;
  } = {},
): TestClient {
  const closings: number[] = [];
  /** A browser sends its cookies with the upgrade, a proxy what it knows. */
  class OwnWebSocket extends QuietWebSocket {
    constructor(address: string) {
      super(address, [], { headers });
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: OwnWebSocket,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
    onClose: ({ event }) => closings.push(event.code),
  });
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: room,
    document,
    token: JSON.stringify({ schema, name }),
  });
  provider.attach();
  const text = document.getText('text');
  return {
    document,
    provider,
    closings,
    type: (added) => text.insert(text.length, added),
    text: () => text.toString(),
    async saved() {
      while (provider.unsyncedChanges > 0 || !provider.synced)
        await new Promise((done) => setTimeout(done, 5));
    },
    fallSilent() {
      const socket: unknown = websocketProvider.webSocket;
      if (socket instanceof WebSocket) socket.pause();
    },
    destroy() {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

/** The text that the log on the disk gives. */
export async function textOnDisk(writer: DraftWriter, draft: string): Promise<string> {
  const { document } = await writer.load(draft);
  const restored = new Y.Doc();
  Y.applyUpdate(restored, document);
  return restored.getText('text').toString();
}
