import type { WebSocketLike } from '@hocuspocus/server';
import type { RawData, WebSocket } from 'ws';
import { decodeUpdate } from 'yjs';
import type { Allowance } from './allowance.ts';
import { carriesChanges, type Frame, messageTypes, readFrame } from './frame.ts';
import { type Closing, closings, type PersonShown, parseRoom } from './protocol.ts';
import type { Visitor } from './visitor.ts';
import { mayWrite } from './visitor.ts';

/** What the gate asks of the house behind it. */
export interface GateKeeper {
  /** When everything appended to the draft so far is on the disk; undefined when it already is. */
  settled(draft: string): Promise<void> | undefined;
  /** Whether the document of the room may grow by so many bytes. */
  mayGrow(room: string, bytes: number): boolean;
}

/** How long a client that was cut off has to close its side. */
const farewellMs = 1_000;

/** Then the others have their turn: a message and what follows from it take up to some milliseconds. */
const messagesATurn = 8;

/**
 * Stands between a client's socket and Hocuspocus. Inwards it lets only readable frames of one room through, no faster
 * than the limits: a client that sends more waits, it is not banned, because a flood of typed text after hours offline
 * is honest. Outwards it holds every acknowledgement back until the updates before it are on the disk.
 */
export class Gate implements WebSocketLike {
  /** Who it is, once the handshake is done. */
  person: PersonShown | undefined;
  /** Who it is to the server. */
  readonly visitor: Visitor;
  readonly #socket: WebSocket;
  readonly #keeper: GateKeeper;
  readonly #allowance: Allowance;
  readonly #waiting: Uint8Array[] = [];
  #deliver: (data: Uint8Array) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #room: string | undefined;
  #isCutOff = false;

  constructor(socket: WebSocket, keeper: GateKeeper, visitor: Visitor, allowance: Allowance) {
    this.visitor = visitor;
    this.#allowance = allowance;
    this.#socket = socket;
    this.#keeper = keeper;
    socket.on('message', (data: RawData, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => {
      clearTimeout(this.#timer);
      clearImmediate(this.#turn);
    });
  }

  /** The room its messages are for, once the first one has come. */
  get room(): string | undefined {
    return this.#room;
  }

  /** Whether what it sends may change a letter: what had come before it was cut off and still waits, may not. */
  get mayWrite(): boolean {
    return !this.#isCutOff && mayWrite(this.visitor);
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  /** Where the client's messages go. */
  onMessage(deliver: (data: Uint8Array) => void): void {
    this.#deliver = deliver;
  }

  /** Sends a frame of Hocuspocus to the client: an acknowledgement not before the commit. */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    const bytes = data instanceof Uint8Array ? data : undefined;
    const frame = bytes && readFrame(bytes);
    const committed = frame?.type === messageTypes.syncStatus ? this.#committed(frame.room) : undefined;
    if (committed === undefined) this.#transmit(bytes);
    else
      committed.then(
        () => this.#transmit(bytes),
        // Not written, not acknowledged; the socket is being closed with the reason.
        () => undefined,
      );
    // A change was not taken: the client holds words now that are no part of the letter.
    if (frame?.type === messageTypes.syncStatus && frame.detail === 0)
      this.refuse(this.mayWrite ? 'locked' : 'read-only');
    // Hocuspocus closes documents and leaves the socket open; the client would wait there forever.
    if (frame?.type === messageTypes.close) this.#socket.close(1000);
  }

  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  /** Closes the socket with a reason that the client understands. */
  refuse(closing: Closing): void {
    this.#waiting.length = 0;
    this.#socket.close(closings[closing].code, closing);
  }

  /** The person has lost the session or the right: nothing of theirs is taken any more, and they hear nothing more. */
  cutOff(): void {
    this.#isCutOff = true;
    this.refuse('revoked');
    setTimeout(() => this.terminate(), farewellMs).unref();
  }

  /** Ends the socket without waiting for the client's answer. */
  terminate(): void {
    this.#socket.terminate();
  }

  #committed(room: string): Promise<void> | undefined {
    const parsed = parseRoom(room);
    return parsed && this.#keeper.settled(parsed.draft);
  }

  #transmit(bytes: Uint8Array | undefined): void {
    if (bytes !== undefined && this.#isOpen) this.#socket.send(bytes);
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.refuse('garbage');
      return;
    }
    this.#waiting.push(data);
    if (this.#waiting.length === 1) this.#work();
  }

  #work(): void {
    for (let passed = 0; this.#waiting[0] !== undefined && this.#isOpen; passed += 1) {
      const data = this.#waiting[0];
      const wait = this.#allowance.wait(data.length, performance.now());
      if (wait > 0 || passed >= messagesATurn) {
        // The client's system holds the rest back: nothing piles up here.
        this.#socket.pause();
        if (wait > 0) this.#timer = setTimeout(() => this.#work(), wait);
        else this.#turn = setImmediate(() => this.#work());
        return;
      }
      this.#allowance.take(data.length);
      this.#waiting.shift();
      this.#pass(data);
    }
    this.#socket.resume();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #pass(data: Uint8Array): void {
    const objection = this.#objection(readFrame(data));
    if (objection === undefined) this.#deliver(data);
    else this.refuse(objection);
  }

  #objection(frame: Frame | undefined): Closing | undefined {
    if (frame === undefined || !this.#isOwnRoom(frame)) return 'garbage';
    if (!carriesChanges(frame) || frame.payload === undefined) return undefined;
    if (!isReadable(frame.payload)) return 'garbage';
    return this.#keeper.mayGrow(frame.room, frame.payload.length) ? undefined : 'too-large';
  }

  /** One socket is for one room: what is measured and closed is then the right thing. */
  #isOwnRoom(frame: Frame): boolean {
    this.#room ??= frame.room;
    return this.#room === frame.room && parseRoom(frame.room) !== undefined;
  }
}

/** y-protocols swallows the exception of an unreadable update, and Hocuspocus would acknowledge it. */
function isReadable(update: Uint8Array): boolean {
  try {
    decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}
