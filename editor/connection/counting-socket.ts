import { carriesChanges, messageTypes, readFrame } from '../collaboration/frame.ts';

/**
 * Counts on the wire what was sent and what was acknowledged. The provider's own counter starts again with every
 * connection and forgets what waited in its queue meanwhile, so for a moment it says «saved» too early.
 */
export class ChangeCount {
  #sent = 0;
  #acknowledged = 0;
  #refused = 0;

  /** Changes that are on their way: sent, and neither acknowledged nor refused. */
  get pending(): number {
    return this.#sent - this.#acknowledged - this.#refused;
  }

  /** The server has taken at least one exchange and refused none. */
  get settled(): boolean {
    return this.#sent > 0 && this.pending === 0 && this.#refused === 0;
  }

  /** A new connection: what was on its way is sent again by the exchange at the beginning. */
  reset(): void {
    this.#sent = 0;
    this.#acknowledged = 0;
    this.#refused = 0;
  }

  outgoing(data: unknown): void {
    const frame = data instanceof Uint8Array ? readFrame(data) : undefined;
    if (frame !== undefined && carriesChanges(frame)) this.#sent += 1;
  }

  incoming(data: unknown): void {
    const frame = data instanceof ArrayBuffer ? readFrame(new Uint8Array(data)) : undefined;
    if (frame?.type !== messageTypes.syncStatus) return;
    if (frame.detail === 1) this.#acknowledged += 1;
    else this.#refused += 1;
  }
}

/** A WebSocket class whose sockets are counted. */
export function countingSocket(count: ChangeCount, onChange: () => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(...address: ConstructorParameters<typeof WebSocket>) {
      super(...address);
      count.reset();
      this.addEventListener('message', (event) => {
        count.incoming(event.data);
        onChange();
      });
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      count.outgoing(data);
      onChange();
    }
  };
}
