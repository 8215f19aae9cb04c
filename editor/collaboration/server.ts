import { setTimeout as sleep } from 'node:timers/promises';
import { Hocuspocus } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import type { DraftWriter } from '../storage/writer.ts';
import { Allowances } from './allowance.ts';
import { Authorship } from './authorship.ts';
import type { Context } from './context.ts';
import { isCrowded } from './crowd.ts';
import { Gate } from './gate.ts';
import { handshake } from './handshake.ts';
import { Locks } from './locks.ts';
import { Persistence } from './persistence.ts';
import { presence } from './presence.ts';
import { type Closing, closings, type DraftNews, parseRoom } from './protocol.ts';
import { Rechecks } from './rechecks.ts';
import { Turns } from './turns.ts';
import { isOf, type Revoked, type Visitor } from './visitor.ts';

/** The largest frame that is read at all: a letter pasted whole, or hours of offline writing in one update. */
export const maxFrameBytes = 2 * 1024 * 1024;

/** How long the end of the server waits for clients to say goodbye. */
const patienceMs = 1_000;

/** Writing together: the server's side. */
export interface Collaboration {
  /** Takes over a socket that was upgraded, whose origin was checked and whose person may read letters. */
  accept(socket: WebSocket, request: Request, visitor: Visitor): void;
  /** Closes the sockets of a session or a person at once; what they have not yet sent is not taken. */
  cutOff(revoked: Revoked): void;
  /** The names of the people in a draft. */
  people(draft: string): string[];
  /** How many sockets are open. */
  readonly connections: number;
  /** Changes of a draft wait while it is decided whether it is locked from now on; it stays as it was when that fails. */
  decide<Result>(draft: string, locked: boolean, decision: () => Promise<Result>): Promise<Result>;
  /** Tells everybody who is in a draft. */
  tell(draft: string, news: DraftNews): void;
  /** Closes everybody's sockets in a draft with a reason. */
  closeDraft(draft: string, closing: Closing): void;
  /** Closes all sockets; resolves when what they sent is appended and kept as a version. */
  close(): Promise<void>;
}

/** Says that there are too many, and does not wait for an answer: the desk comes again later. */
function turnAway(socket: WebSocket): void {
  socket.on('error', () => socket.terminate());
  socket.close(closings.busy.code, 'busy');
  setTimeout(() => socket.terminate(), patienceMs).unref();
}

/** Makes the collaboration server over the writer of drafts. */
export function createCollaboration(writer: DraftWriter): Collaboration {
  const gates = new Set<Gate>();
  const allowances = new Allowances();
  const authorship = new Authorship((room, person) =>
    [...gates].some((gate) => gate.room === room && gate.visitor.identity.person?.id === person),
  );
  const persistence = new Persistence(writer, authorship);
  const locks = new Locks();
  const rechecks = new Rechecks(gates);
  const peopleIn = (room: string) =>
    [...gates].filter((gate) => gate.room === room).flatMap((gate) => gate.person ?? []);
  const gatesOf = (draft: string) =>
    [...gates].filter((gate) => gate.room !== undefined && parseRoom(gate.room)?.draft === draft);
  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    maxPendingDocuments: 1,
    maxUnauthenticatedQueueSize: maxFrameBytes,
    extensions: [handshake(writer, locks, peopleIn), locks, persistence, presence(), authorship, new Turns()],
  });

  return {
    accept(socket, request, visitor) {
      if (isCrowded(visitor, gates)) return turnAway(socket);
      const keeper = {
        settled: (draft: string) => writer.settled(draft),
        mayGrow: (room: string, bytes: number) => persistence.mayGrow(room, bytes),
      };
      const gate = new Gate(socket, keeper, visitor, allowances.of(visitor));
      gates.add(gate);
      const client = hocuspocus.handleConnection(gate, request, { gate });
      gate.onMessage((data) => client.handleMessage(data));
      socket.on('error', () => socket.terminate());
      socket.on('close', (code, reason) => {
        gates.delete(gate);
        client.handleClose({ code, reason: reason.toString() });
      });
    },
    cutOff(revoked) {
      for (const gate of gates) if (isOf(gate.visitor, revoked)) gate.cutOff();
    },
    people: (draft) => [...new Set(gatesOf(draft).flatMap((gate) => gate.person?.name ?? []))],
    get connections() {
      return gates.size;
    },
    decide: (draft, locked, decision) => locks.decide(draft, locked, decision),
    tell(draft, news) {
      for (const document of hocuspocus.documents.values())
        if (parseRoom(document.name)?.draft === draft) document.broadcastStateless(JSON.stringify(news));
    },
    closeDraft(draft, closing) {
      if (closing === 'gone') locks.forget(draft);
      for (const gate of gatesOf(draft)) gate.refuse(closing);
    },
    async close() {
      rechecks.stop();
      const closing = [...gates];
      const documents = [...hocuspocus.documents.values()];
      const connections = documents.flatMap((document) => document.getConnections());
      for (const gate of closing) gate.refuse('shutdown');
      await Promise.all(connections.map((connection) => connection.waitForPendingMessages()));
      // A client that has gone without a word never answers the closing.
      const deadline = Date.now() + patienceMs;
      while (gates.size > 0 && Date.now() < deadline) await sleep(20);
      for (const gate of gates) gate.terminate();
      // Who leaves a draft last leaves a version behind, at the end of the server too.
      const emptied = Date.now() + patienceMs;
      while (hocuspocus.documents.size + hocuspocus.unloadingDocuments.size > 0 && Date.now() < emptied)
        await sleep(20);
    },
  };
}
