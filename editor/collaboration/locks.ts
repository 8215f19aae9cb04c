import { setImmediate } from 'node:timers/promises';
import type { beforeHandleMessagePayload, Extension } from '@hocuspocus/server';
import type { Context } from './context.ts';
import { parseRoom } from './protocol.ts';

/**
 * Which drafts are locked. The truth is the store; here it is what the frames of the moment are held against. While it is
 * being decided whether a draft is to be locked, its frames wait: none is refused for an approval that then fails, and none
 * slips in behind one that succeeds.
 */
export class Locks implements Extension<Context> {
  readonly extensionName = 'locks';
  readonly #locked = new Map<string, boolean>();
  readonly #deciding = new Map<string, Promise<void>>();

  /** Lets the draft's frames wait until `decision` is made; it gives whether the draft is locked from now on. */
  async decide<Result>(draft: string, locked: boolean, decision: () => Promise<Result>): Promise<Result> {
    await this.#deciding.get(draft);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#deciding.set(draft, promise);
    try {
      // Frames that had passed already are applied by now, and stand before whatever the decision asks the store.
      await setImmediate();
      const result = await decision();
      this.#locked.set(draft, locked);
      return result;
    } finally {
      this.#deciding.delete(draft);
      resolve();
    }
  }

  /** Takes what the store says, unless something newer is known already. */
  learn(draft: string, locked: boolean): void {
    if (!this.#locked.has(draft)) this.#locked.set(draft, locked);
  }

  forget(draft: string): void {
    this.#locked.delete(draft);
  }

  /** Hocuspocus applies no change of a read-only connection; it answers with a refusal. */
  async beforeHandleMessage({
    connection,
    documentName,
  }: beforeHandleMessagePayload<Context>): Promise<void> {
    const draft = parseRoom(documentName)?.draft;
    if (draft === undefined || connection === undefined) return;
    await this.#deciding.get(draft);
    // Read when the frame is applied, not when it came: a right that is lost meanwhile counts.
    connection.readOnly =
      (this.#locked.get(draft) ?? connection.readOnly) || !connection.context.gate.mayWrite;
  }
}
