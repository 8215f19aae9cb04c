/** How many wrong passwords in a row a person may type before being slowed down. */
const freeTries = 5;
const longestWaitMs = 5 * 60 * 1000;
/** From many addresses together: then it is somebody's program. */
const freeTriesFromEverywhere = 30;
const longestWaitFromEverywhereMs = 60 * 1000;
const forgottenAfterMs = 60 * 60 * 1000;
/** An address from which many accounts are tried waits before each try; it is never shut out: it may be an office. */
const freeTriesOfAddress = 60;
const addressRefillMs = 5_000;
const mostWaitOfAddressMs = 2_000;
const mostRemembered = 20_000;

interface Count {
  fails: number;
  last: number;
}

/** What stands before a try: a wait that is told to the person, or a pause the server makes before it looks. */
export interface Hold {
  /** Not before so many milliseconds; the password is not looked at. */
  readonly refusedMs: number;
  /** The server waits so long and then looks. */
  readonly pauseMs: number;
}

/**
 * Slows guessing down. An account is slowed down by address, so that a stranger elsewhere cannot lock a person out; from all
 * addresses together only much later and shortly. An address alone is never refused: an office is one address, and a right password
 * always gets in.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #pairs = new Map<string, Count>();
  readonly #accounts = new Map<string, Count>();
  readonly #addresses = new Map<string, Count>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  before(account: string, address: string): Hold {
    const pair = this.#of(this.#pairs, `${address} ${account}`);
    const everywhere = this.#of(this.#accounts, account);
    const refusedMs = Math.max(
      waitOf(pair, freeTries, longestWaitMs, this.#now()),
      waitOf(everywhere, freeTriesFromEverywhere, longestWaitFromEverywhereMs, this.#now()),
    );
    const crowd = this.#fadedFails(address) - freeTriesOfAddress;
    return { refusedMs, pauseMs: crowd <= 0 ? 0 : Math.min(mostWaitOfAddressMs, crowd * 100) };
  }

  failed(account: string, address: string): void {
    this.#count(this.#pairs, `${address} ${account}`);
    this.#count(this.#accounts, account);
    const fails = this.#fadedFails(address) + 1;
    this.#keep(this.#addresses, address, { fails, last: this.#now() });
  }

  /** A right password clears what was typed wrong at this address; somebody else's tries elsewhere stay counted. */
  succeeded(account: string, address: string): void {
    this.#pairs.delete(`${address} ${account}`);
  }

  #of(counts: Map<string, Count>, key: string): Count | undefined {
    const count = counts.get(key);
    return count === undefined || this.#now() - count.last > forgottenAfterMs ? undefined : count;
  }

  #fadedFails(address: string): number {
    const count = this.#addresses.get(address);
    if (count === undefined) return 0;
    return Math.max(0, count.fails - Math.floor((this.#now() - count.last) / addressRefillMs));
  }

  #count(counts: Map<string, Count>, key: string): void {
    this.#keep(counts, key, { fails: (this.#of(counts, key)?.fails ?? 0) + 1, last: this.#now() });
  }

  /** Keeps the newest: a flood of invented names must not take all memory. */
  #keep(counts: Map<string, Count>, key: string, count: Count): void {
    counts.delete(key);
    counts.set(key, count);
    if (counts.size <= mostRemembered) return;
    const [oldest] = counts.keys();
    if (oldest !== undefined) counts.delete(oldest);
  }
}

/** Doubles with every try after the free ones. */
function waitOf(count: Count | undefined, free: number, longest: number, now: number): number {
  if (count === undefined || count.fails < free) return 0;
  const wait = Math.min(longest, 1_000 * 2 ** (count.fails - free));
  return Math.max(0, count.last + wait - now);
}
