import type { Gate } from './gate.ts';
import { isUnchanged } from './visitor.ts';

/** How often every socket is asked anew who it is: the second belt beside the word of the accounts. */
const everyMs = 2_000;
/** So many times in a row it may be unknown who it is; then nobody goes on unknown. */
const mostFailures = 3;

/** Cuts off sockets whose person has lost the session, or the right, without a word of it. */
export class Rechecks {
  readonly #gates: ReadonlySet<Gate>;
  readonly #timer: NodeJS.Timeout;
  #failures = 0;
  #running = false;

  constructor(gates: ReadonlySet<Gate>) {
    this.#gates = gates;
    this.#timer = setInterval(() => this.#checkAll(), everyMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #checkAll(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await Promise.all([...this.#byVisitor().values()].map((gates) => this.#check(gates)));
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      console.error('It is not known who is at the sockets:', error);
      if (this.#failures >= mostFailures)
        for (const gate of this.#gates) if (gate.visitor.recheck !== undefined) gate.refuse('storage');
    } finally {
      this.#running = false;
    }
  }

  /** The tabs of one session are asked about once. */
  #byVisitor(): Map<unknown, Gate[]> {
    const asked = [...this.#gates].filter(({ visitor }) => visitor.recheck !== undefined);
    return Map.groupBy(asked, (gate) => gate.visitor.identity.session ?? gate);
  }

  async #check(gates: readonly Gate[]): Promise<void> {
    const now = await gates[0]?.visitor.recheck?.();
    if (now === undefined) return;
    for (const gate of gates) if (!isUnchanged(gate.visitor, now)) gate.cutOff();
  }
}
