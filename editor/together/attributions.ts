/** Changes of one client of Yjs, and the account that brought them to the server. Made by the server alone. */
export interface Attributed {
  readonly client: number;
  /** The clock of the first of them. */
  readonly from: number;
  /** The clock behind the last; undefined for the owner of the client: all that nobody else has brought. */
  readonly to?: number | undefined;
  /** Id of the account; empty in a browser, which is told names alone. */
  readonly person: string;
  readonly name: string;
}

/**
 * Who brought which changes of a draft: what the server knows, whatever the changes say of themselves. Names in comments and
 * suggestions are words of a document that any of its writers can write; this is what they are held against.
 */
export class Attributions {
  readonly #owners = new Map<number, Attributed>();
  /** What others have brought of a client, by its clock. */
  readonly #others = new Map<number, Attributed[]>();

  constructor(known: Iterable<Attributed> = []) {
    this.add(known);
  }

  /** Takes more in; whoever came first stays the owner of a client. */
  add(more: Iterable<Attributed>): void {
    for (const one of more) {
      if (one.to === undefined) {
        if (!this.#owners.has(one.client)) this.#owners.set(one.client, one);
      } else {
        const others = [...(this.#others.get(one.client) ?? []), one];
        this.#others.set(
          one.client,
          others.toSorted((a, b) => a.from - b.from),
        );
      }
    }
  }

  all(): Attributed[] {
    return [...this.#owners.values(), ...[...this.#others.values()].flat()];
  }

  /** The account that a client belongs to. */
  ownerOf(client: number): string | undefined {
    return this.#owners.get(client)?.person;
  }

  /** The name of whoever brought a change; undefined when nobody knows. */
  nameOf(client: number, clock: number): string | undefined {
    const other = this.#others
      .get(client)
      ?.find(({ from, to = Number.POSITIVE_INFINITY }) => from <= clock && clock < to);
    if (other !== undefined) return other.name;
    const owner = this.#owners.get(client);
    return owner !== undefined && owner.from <= clock ? owner.name : undefined;
  }

  /** Everybody who brought a part of a client's changes. */
  namesIn(client: number, from: number, to: number): string[] {
    const names = new Set<string>();
    let at = Math.max(from, this.#owners.get(client)?.from ?? to);
    let isOwn = false;
    for (const other of this.#others.get(client) ?? []) {
      const end = Math.min(other.to ?? to, to);
      if (Math.max(other.from, from) >= end) continue;
      names.add(other.name);
      if (other.from > at) isOwn = true;
      at = Math.max(at, end);
    }
    const owner = this.#owners.get(client);
    if (owner !== undefined && (isOwn || at < to)) names.add(owner.name);
    return [...names];
  }
}

/** What the server tells a desk of them. */
export function attributionNews(list: readonly Attributed[]): string {
  return JSON.stringify({
    kind: 'attributions',
    list: list.map(({ client, from, to, name }) => [client, from, to ?? null, name]),
  });
}

/** Reads such news; undefined when it is something else. */
export function readAttributionNews(payload: string): Attributed[] | undefined {
  try {
    const { kind, list }: { kind?: unknown; list?: unknown } = JSON.parse(payload) ?? {};
    if (kind !== 'attributions' || !Array.isArray(list)) return undefined;
    return list.flatMap((row: unknown) => readRow(row) ?? []);
  } catch {
    return undefined;
  }
}

function readRow(row: unknown): Attributed | undefined {
  if (!Array.isArray(row)) return undefined;
  const [client, from, to, name]: readonly unknown[] = row;
  if (typeof client !== 'number' || typeof from !== 'number' || typeof name !== 'string') return undefined;
  return { client, from, ...(typeof to === 'number' ? { to } : {}), person: '', name };
}
