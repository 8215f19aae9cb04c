/** How a breaker is set. */
export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open the first time; each failed trial doubles it. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
}

export const usualBreaker: BreakerSettings = { failures: 3, pauseMs: 1_000, longestPauseMs: 30_000 };

/**
 * A circuit breaker: after failures in a row nobody is sent to what does not work; after a pause one is, as a trial, and its success
 * lets everybody through again.
 */
export class Breaker {
  readonly #settings: BreakerSettings;
  readonly #now: () => number;
  #failures = 0;
  #openedAt: number | undefined;
  #pauseMs: number;
  #trial = false;

  constructor(settings: BreakerSettings = usualBreaker, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
    this.#pauseMs = settings.pauseMs;
  }

  /** Whether calls are kept back. */
  get open(): boolean {
    return this.#openedAt !== undefined;
  }

  /** Asks to be let through; who is must say how it went with `succeeded` or `failed`. */
  admit(): boolean {
    if (this.#openedAt === undefined) return true;
    if (this.#trial || this.#now() - this.#openedAt < this.#pauseMs) return false;
    this.#trial = true;
    return true;
  }

  /** @returns whether this closed the breaker */
  succeeded(): boolean {
    const wasOpen = this.open;
    this.#failures = 0;
    this.#openedAt = undefined;
    this.#pauseMs = this.#settings.pauseMs;
    this.#trial = false;
    return wasOpen;
  }

  /**
   * @param certain the next call would fail too: opens at once
   * @returns whether this opened the breaker
   */
  failed(certain = false): boolean {
    this.#failures++;
    if (this.open) {
      // Calls that were under way when it opened say nothing new; a trial does.
      if (this.#trial) this.#pauseMs = Math.min(this.#settings.longestPauseMs, this.#pauseMs * 2);
      if (this.#trial) this.#openedAt = this.#now();
      this.#trial = false;
      return false;
    }
    if (!certain && this.#failures < this.#settings.failures) return false;
    this.#openedAt = this.#now();
    return true;
  }
}
