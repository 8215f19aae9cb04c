/** How much is let through: `burst` at once, `perSecond` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A bucket of tokens: a call takes one, time brings them back. */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
    this.#tokens = rate.burst;
    this.#at = now();
  }

  /** Takes a token, if there is one. */
  take(): boolean {
    this.#refill();
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** How many whole seconds pass until there is one; never less than one. */
  get secondsToWait(): number {
    this.#refill();
    return Math.max(1, Math.ceil((1 - this.#tokens) / this.#rate.perSecond));
  }

  #refill(): void {
    const now = this.#now();
    const { burst, perSecond } = this.#rate;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
  }
}

/** So many are remembered; who comes back after being forgotten has a full bucket again. */
const mostRemembered = 10_000;

/** A bucket for each who asks, so that who asks too much stops nobody else. They stay in memory and are never written. */
export class Buckets {
  readonly #rate: Rate;
  readonly #now: (() => number) | undefined;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(rate: Rate, now?: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** The bucket of somebody: a person, or an address. */
  of(who: string): TokenBucket {
    const bucket = this.#buckets.get(who) ?? new TokenBucket(this.#rate, this.#now);
    // The one that was asked for longest ago stands first.
    this.#buckets.delete(who);
    this.#buckets.set(who, bucket);
    if (this.#buckets.size > mostRemembered) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket;
  }

  get size(): number {
    return this.#buckets.size;
  }
}
