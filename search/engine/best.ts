/**
 * The items with the greatest worth, greatest first; of equals the smaller item first. Linear in the items for a small count.
 */
export function best(items: ArrayLike<number>, count: number, worthOf: (item: number) => number): number[] {
  if (count <= 0) return [];
  const heap = new Heap(Math.min(count, items.length));
  for (let place = 0; place < items.length; place++) {
    const item = items[place] ?? 0;
    heap.offer(item, worthOf(item));
  }
  return heap.drain();
}

/** The best so far with the worst of them on top. Thousands of items pass by, few enter. */
class Heap {
  readonly #items: Int32Array;
  readonly #worths: Float64Array;
  #size = 0;

  constructor(capacity: number) {
    this.#items = new Int32Array(capacity);
    this.#worths = new Float64Array(capacity);
  }

  offer(item: number, worth: number): void {
    if (this.#size < this.#items.length) this.#rise(this.#size++, item, worth);
    else if (isWorse(this.#worths[0] ?? 0, this.#items[0] ?? 0, worth, item)) this.#sink(item, worth);
  }

  /** Empties the heap, the best first. */
  drain(): number[] {
    const drained = new Array<number>(this.#size).fill(0);
    for (let place = this.#size - 1; place >= 0; place--) {
      drained[place] = this.#items[0] ?? 0;
      this.#size = place;
      this.#sink(this.#items[place] ?? 0, this.#worths[place] ?? 0);
    }
    return drained;
  }

  #rise(from: number, item: number, worth: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isWorse(worth, item, this.#worths[parent] ?? 0, this.#items[parent] ?? 0)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, item, worth);
  }

  // From the top, whose item is gone.
  #sink(item: number, worth: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isWorseAt(child + 1, child)) child++;
      if (!isWorse(this.#worths[child] ?? 0, this.#items[child] ?? 0, worth, item)) break;
      this.#move(child, place);
      place = child;
    }
    if (place < this.#items.length) this.#put(place, item, worth);
  }

  #isWorseAt(one: number, other: number): boolean {
    return isWorse(
      this.#worths[one] ?? 0,
      this.#items[one] ?? 0,
      this.#worths[other] ?? 0,
      this.#items[other] ?? 0,
    );
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#items[from] ?? 0, this.#worths[from] ?? 0);
  }

  #put(place: number, item: number, worth: number): void {
    this.#items[place] = item;
    this.#worths[place] = worth;
  }
}

function isWorse(worth: number, item: number, otherWorth: number, other: number): boolean {
  return worth < otherWorth || (worth === otherWorth && item > other);
}
