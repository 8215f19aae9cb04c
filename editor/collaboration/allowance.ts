import { atThisComputer } from '#identity';
import { TokenBucket } from './bucket.ts';
import type { Visitor } from './visitor.ts';

/** Messages at once and a second: a person types ten, a browser that was offline for an hour has thousands to send. */
const messageLimits = { burst: 600, perSecond: 300 };
/** The same in bytes. */
const byteLimits = { burst: 4 * 1024 * 1024, perSecond: 1024 * 1024 };
/** Who comes back after being forgotten has a full allowance again. */
const mostRemembered = 10_000;

/** How much somebody may say: over, they wait; they are never banned. */
export class Allowance {
  readonly #messages = new TokenBucket(messageLimits.burst, messageLimits.perSecond, performance.now());
  readonly #bytes = new TokenBucket(byteLimits.burst, byteLimits.perSecond, performance.now());

  /** How many milliseconds to wait before a message of so many bytes. */
  wait(bytes: number, now: number): number {
    return Math.max(this.#messages.wait(1, now), this.#bytes.wait(bytes, now));
  }

  take(bytes: number): void {
    this.#messages.take(1);
    this.#bytes.take(bytes);
  }
}

/** One allowance for all sockets of a person: with thirty of them nobody says thirty times as much. */
export class Allowances {
  readonly #ofPeople = new Map<string, Allowance>();

  /** The allowance of a visitor. Without accounts all are one person: there each socket has its own. */
  of({ identity: { person } }: Visitor): Allowance {
    if (person === undefined || person === atThisComputer.person) return new Allowance();
    const allowance = this.#ofPeople.get(person.id) ?? new Allowance();
    this.#ofPeople.delete(person.id);
    this.#ofPeople.set(person.id, allowance);
    const [oldest] = this.#ofPeople.keys();
    if (this.#ofPeople.size > mostRemembered && oldest !== undefined) this.#ofPeople.delete(oldest);
    return allowance;
  }
}
