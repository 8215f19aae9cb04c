import { networkOf } from './network.ts';

/** How many wrong passwords in a row a person may type before being slowed down. */
const freeTries = 5;
const longestWaitMs = 5 * 60 * 1000;
/** From all addresses that are strange to the account together (ASVS 2.2.1: not over a hundred an hour): then it is a program. */
const freeTriesOfStrangers = 100;
const longestWaitOfStrangersMs = 60 * 1000;
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

/** Whether somebody has signed in to the account from there before. */
export type IsKnownPlace = (account: string, network: string) => boolean;

/**
 * Slows guessing down. An account is slowed down by address, so that a stranger elsewhere cannot lock a person out. From all
 * addresses together it is slowed down much later, shortly, and only for those that are strange to the account: whoever has
 * signed in from an address before is not kept out by what others do elsewhere. An address alone is never refused: an office
 * is one address, and a right password always gets in.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #isKnown: IsKnownPlace;
  readonly #pairs = new Map<string, Count>();
  readonly #strangers = new Map<string, Count>();
  readonly #addresses = new Map<string, Count>();

  constructor(now: () => number = Date.now, isKnown: IsKnownPlace = () => false) {
    this.#now = now;
    this.#isKnown = isKnown;
  }

  before(account: string, address: string): Hold {
    const network = networkOf(address);
    const pair = this.#of(this.#pairs, `${network} ${account}`);
    const strangers = this.#isKnown(account, network) ? undefined : this.#of(this.#strangers, account);
    const refusedMs = Math.max(
      waitOf(pair, freeTries, longestWaitMs, this.#now()),
      waitOf(strangers, freeTriesOfStrangers, longestWaitOfStrangersMs, this.#now()),
    );
    const crowd = this.#fadedFails(network) - freeTriesOfAddress;
    return { refusedMs, pauseMs: crowd <= 0 ? 0 : Math.min(mostWaitOfAddressMs, crowd * 100) };
  }

  failed(account: string, address: string): void {
    const network = networkOf(address);
    this.#count(this.#pairs, `${network} ${account}`);
    if (!this.#isKnown(account, network)) this.#count(this.#strangers, account);
    const fails = this.#fadedFails(network) + 1;
    this.#keep(this.#addresses, network, { fails, last: this.#now() });
  }

  /** A right password clears what was typed wrong at this address; somebody else's tries elsewhere stay counted. */
  succeeded(account: string, address: string): void {
    const network = networkOf(address);
    this.#pairs.delete(`${network} ${account}`);
    const strangers = this.#strangers.get(account);
    // It was counted before it was known to be right.
    if (strangers !== undefined && !this.#isKnown(account, network))
      this.#strangers.set(account, { ...strangers, fails: strangers.fails - 1 });
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
