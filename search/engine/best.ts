/** The items with the greatest worth, greatest first; of equals the smaller item first. Linear in the items for a small count. */
export function best(items: readonly number[], count: number, worthOf: (item: number) => number): number[] {
  if (count <= 0) return [];
  // A heap of the best so far with the worst of them on top.
  const heap: number[] = [];
  const worths: number[] = [];
  const worse = (a: number, b: number) => {
    const difference = (worths[a] ?? 0) - (worths[b] ?? 0);
    return difference < 0 || (difference === 0 && (heap[a] ?? 0) > (heap[b] ?? 0));
  };
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
    [worths[a], worths[b]] = [worths[b] ?? 0, worths[a] ?? 0];
  };
  const sink = () => {
    for (let place = 0; ; ) {
      let worst = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < heap.length && worse(child, worst)) worst = child;
      }
      if (worst === place) return;
      swap(place, worst);
      place = worst;
    }
  };
  for (const item of items) {
    const worth = worthOf(item);
    if (heap.length < count) {
      heap.push(item);
      worths.push(worth);
      for (let place = heap.length - 1; place > 0; ) {
        const parent = (place - 1) >> 1;
        if (!worse(place, parent)) break;
        swap(place, parent);
        place = parent;
      }
    } else if (worth > (worths[0] ?? 0) || (worth === worths[0] && item < (heap[0] ?? 0))) {
      heap[0] = item;
      worths[0] = worth;
      sink();
    }
  }
  return heap
    .map((item, place) => ({ item, worth: worths[place] ?? 0 }))
    .sort((a, b) => b.worth - a.worth || a.item - b.item)
    .map(({ item }) => item);
}
