import type { Change, RuleId, Severity, Span } from './types.ts';

/** Text to be put in place of a range. */
export interface Replacement extends Span {
  readonly text: string;
  /** Whoever does not say that it is a mere swap has it read before it is applied: `rewrite`. */
  readonly change?: Change;
}

/** What a rule has found, before the pipeline. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** In Russian. */
  readonly message: string;
  /**
   * Ready replacements, best first. They may reach beyond the finding, when a word after it has to be re-inflected;
   * the pipeline widens the finding then, unless another finding stands there.
   */
  readonly replacements: readonly Replacement[];
  readonly part?: string;
  /** The clause that asks for just this, instead of the rule's. */
  readonly clause?: string;
}

/** Whether two ranges have a code unit in common. */
export function overlap(one: Span, two: Span): boolean {
  return one.start < two.end && two.start < one.end;
}

/** Ranges by place: what overlaps a range is found without looking at all of them. */
export class SpanIndex<Item extends Span> {
  readonly #items: readonly Item[];
  /** The furthest end up to each item: it never falls, so it can be searched. */
  readonly #reach: readonly number[];

  constructor(items: readonly Item[]) {
    this.#items = items.toSorted((one, two) => one.start - two.start);
    let reach = 0;
    this.#reach = this.#items.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  /** The items that have a code unit in common with a range. */
  *overlapping(span: Span): Generator<Item> {
    for (let index = this.#firstBeyond(span.start); index < this.#items.length; index++) {
      const item = this.#items[index];
      if (item === undefined || item.start >= span.end) return;
      if (overlap(item, span)) yield item;
    }
  }

  /** Whether a range lies within one of the items. */
  covers({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#reach[low - 1] ?? 0) >= end;
  }

  /** The first item by which something ends after the offset. */
  #firstBeyond(offset: number): number {
    let low = 0;
    let high = this.#reach.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reach[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Groups of ranges that hang together by overlaps, so that only these need to be compared. */
export function clusters<Item extends Span>(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let reach = -1;
  for (const item of items.toSorted((one, two) => one.start - two.start)) {
    if (item.start >= reach) groups.push([]);
    groups.at(-1)?.push(item);
    reach = Math.max(reach, item.end);
  }
  return groups;
}

/** Whether the first range lies within the second. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
