import type { CallRecord } from '#calls/browser';

const key = 'ponyatno-call-outbox';
const retryMs = 15_000;

/**
 * The counters of ended calls on their way to the server: they wait here while there is no connection, and go out once.
 * A record carries a random id, so one that was taken but not acknowledged is not counted twice.
 */
export class Outbox {
  #sending = false;

  constructor() {
    addEventListener('online', () => this.flush());
    setInterval(() => this.flush(), retryMs);
    this.flush();
  }

  /** How many records wait. */
  get waiting(): number {
    return this.#records().length;
  }

  put(record: CallRecord): void {
    this.keep(record);
    this.flush();
  }

  /** Keeps a record for later; what waits of the same call is replaced by it. */
  keep(record: CallRecord): void {
    this.#keep([...this.#records().filter(({ id }) => id !== record.id), record]);
  }

  async flush(): Promise<void> {
    if (this.#sending || this.#records().length === 0) return;
    this.#sending = true;
    try {
      for (const record of this.#records()) {
        const response = await fetch('/api/calls', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(record),
        });
        // A record that the server will never take must not hold up the others.
        if (!response.ok && response.status !== 400) return;
        this.#keep(this.#records().filter(({ id }) => id !== record.id));
      }
    } catch {
      // No connection: they go out when it is back.
    } finally {
      this.#sending = false;
    }
  }

  #records(): CallRecord[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  #keep(records: readonly CallRecord[]): void {
    localStorage.setItem(key, JSON.stringify(records));
  }
}
