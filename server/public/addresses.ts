import { networkOf } from '#identity';
import { TokenBucket } from '../http/rate.ts';

/** So many addresses are remembered; an address that comes back after it was forgotten has a full bucket again. */
const mostAddresses = 10_000;

/**
 * A bucket for each address that asks. A whole office may stand behind one address, so a bucket is wide: it stops a loop of a program,
 * not people. The addresses stay in memory and are never written.
 */
export class AddressBuckets {
  readonly #most: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(most: number, perSecond: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Takes a token of this address, if there is one. */
  take(address: string): boolean {
    const network = networkOf(address);
    const bucket = this.#buckets.get(network) ?? new TokenBucket(this.#most, this.#perSecond, this.#now);
    this.#buckets.delete(network);
    this.#buckets.set(network, bucket);
    if (this.#buckets.size > mostAddresses) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket.take();
  }

  get size(): number {
    return this.#buckets.size;
  }
}
