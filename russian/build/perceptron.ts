/** An averaged perceptron over hashed features. */
export class Perceptron {
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  readonly #changedAt: Uint32Array;
  readonly #mask: number;
  #step = 0;

  /** `size` is a power of two. */
  constructor(size: number) {
    this.#weights = new Float64Array(size);
    this.#sums = new Float64Array(size);
    this.#changedAt = new Uint32Array(size);
    this.#mask = size - 1;
  }

  readonly weigh = (feature: number): number => this.#weights[feature & this.#mask] ?? 0;

  /** One more word was seen. */
  tick(): void {
    this.#step++;
  }

  /** Adds to the weights of features, and to their sums what the old weights were worth until now. */
  add(features: readonly number[], change: number): void {
    for (const feature of features) {
      const slot = feature & this.#mask;
      this.#settle(slot);
      this.#weights[slot] = (this.#weights[slot] ?? 0) + change;
    }
  }

  #settle(slot: number): void {
    const since = this.#step - (this.#changedAt[slot] ?? 0);
    this.#sums[slot] = (this.#sums[slot] ?? 0) + since * (this.#weights[slot] ?? 0);
    this.#changedAt[slot] = this.#step;
  }

  /** The weights as they were on average, in bytes: halves of one are fine enough, measured. */
  average(): Int8Array {
    return Int8Array.from(this.#sums, (_, slot) => {
      this.#settle(slot);
      const average = (this.#sums[slot] ?? 0) / Math.max(1, this.#step);
      return Math.max(-127, Math.min(127, Math.round(average * 2)));
    });
  }
}
