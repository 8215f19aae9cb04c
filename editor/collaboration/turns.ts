import type { Connection, Extension, onDisconnectPayload, onStatelessPayload } from '@hocuspocus/server';
import type { Context } from './context.ts';
import { isTurnWord, turnWords } from './protocol.ts';

/** A client that has its turn and says nothing more has gone, or is stuck. */
const turnMs = 3_000;
/** Nobody decides so fast; who waits is a person each. */
const mostWaiting = 50;

interface Queue {
  holder: Connection<Context> | undefined;
  readonly waiting: Connection<Context>[];
  timer?: NodeJS.Timeout;
}

/**
 * One at a time in a draft. Yjs doubles the words behind a paragraph that two people split or join at once, so whoever accepts
 * such a suggestion asks for a turn first. A socket carries messages in their order: who gets the turn has everything before
 * it that the last one changed.
 */
export class Turns implements Extension<Context> {
  readonly extensionName = 'turns';
  readonly #queues = new Map<string, Queue>();

  async onStateless({ connection, documentName, payload }: onStatelessPayload): Promise<void> {
    if (!connection.context.gate.mayWrite) return;
    if (isTurnWord(payload, 'wanted')) this.#want(documentName, connection);
    else if (isTurnWord(payload, 'over')) this.#leave(documentName, connection.context.gate);
  }

  async onDisconnect({ documentName, context }: onDisconnectPayload<Context>): Promise<void> {
    this.#leave(documentName, context.gate);
  }

  #want(room: string, connection: Connection<Context>): void {
    const queue = this.#queues.get(room) ?? { holder: undefined, waiting: [] };
    this.#queues.set(room, queue);
    const known = [queue.holder, ...queue.waiting].some(
      (one) => one?.context.gate === connection.context.gate,
    );
    if (!known && queue.waiting.length < mostWaiting) queue.waiting.push(connection);
    if (queue.holder === undefined) this.#next(room, queue);
  }

  #leave(room: string, gate: Context['gate']): void {
    const queue = this.#queues.get(room);
    if (queue === undefined) return;
    const place = queue.waiting.findIndex(({ context }) => context.gate === gate);
    if (place >= 0) queue.waiting.splice(place, 1);
    if (queue.holder?.context.gate === gate) this.#next(room, queue);
  }

  #next(room: string, queue: Queue): void {
    clearTimeout(queue.timer);
    queue.holder = queue.waiting.shift();
    if (queue.holder === undefined) {
      this.#queues.delete(room);
      return;
    }
    queue.holder.sendStateless(turnWords.yours);
    queue.timer = setTimeout(() => this.#next(room, queue), turnMs);
    queue.timer.unref();
  }
}
