// The pages of the knowledge base that a letter rests on, kept in the draft (KB-6). For server and browser.
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { CitationAttributes } from '../schema/citation.ts';
import { sourcesField } from '../schema/version.ts';
import type { CitedVersion } from './cited-page.ts';

/** A page as it was when somebody took words from it. */
export interface Source extends CitedVersion {
  readonly by: string;
  readonly at: string;
  /** A later version that was looked at, and the letter stays as it is. */
  readonly kept?: { readonly digest: string; readonly by: string; readonly at: string };
}

/** The shared list of pages. */
export class Sources {
  readonly #map: Y.Map<unknown>;

  constructor(document: Y.Doc) {
    this.#map = document.getMap(sourcesField);
  }

  /** All of them, in the order in which they came. */
  list(): Source[] {
    return [...this.#map]
      .flatMap(([id, value]) => readSource(id, value) ?? [])
      .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  }

  /** Words were taken from this version of the page, or put right by it. */
  add({ id, title, url, digest }: CitedVersion, by: string): void {
    this.#map.set(id, { title, url, digest, by, at: this.#since(id) });
  }

  /** The new version was read, and the letter stays as it is. */
  keep(source: CitedVersion, digest: string, by: string): void {
    const { id, title, url, digest: own } = source;
    const at = new Date().toISOString();
    this.#map.set(id, { title, url, digest: own, by, at: this.#since(id), kept: { digest, by, at } });
  }

  remove(id: string): void {
    this.#map.delete(id);
  }

  /** Calls back after every change; gives the way to stop. */
  subscribe(listener: () => void): () => void {
    const heard = () => listener();
    this.#map.observe(heard);
    return () => this.#map.unobserve(heard);
  }

  #since(id: string): string {
    return readSource(id, this.#map.get(id))?.at ?? new Date().toISOString();
  }
}

/** Words of the letter that come from one piece of a page; they may run over several paragraphs. */
export interface CitedRange extends CitationAttributes {
  readonly from: number;
  readonly to: number;
}

/** Where the letter quotes pages. Neighbouring paragraphs from one piece are one range. */
export function citedRanges(document: Node): CitedRange[] {
  const ranges: CitedRange[] = [];
  let between = true;
  document.descendants((node, position) => {
    if (!node.isInline) return true;
    const mark = node.marks.find(({ type }) => type.name === 'citation');
    const last = ranges.at(-1);
    if (mark === undefined) {
      between = true;
      return true;
    }
    const { page, digest, piece } = readAttributes(mark.attrs);
    const to = position + node.nodeSize;
    if (!between && last?.page === page && last.piece === piece && last.digest === digest)
      ranges[ranges.length - 1] = { ...last, to };
    else ranges.push({ page, digest, piece, from: position, to });
    between = false;
    return true;
  });
  return ranges;
}

/** How a page that a letter rests on stands today. */
export interface SourceState {
  readonly source: CitedVersion;
  /** `unknown`: nobody could be asked. `kept`: it has changed, and the writers have left the letter as it is. */
  readonly state: 'same' | 'changed' | 'gone' | 'kept' | 'unknown';
  /** The version of today. */
  readonly now?: CitedVersion;
  readonly kept?: Source['kept'];
  /** Its words in the letter. */
  readonly ranges: readonly CitedRange[];
}

/**
 * Compares what the letter rests on with the knowledge base of today. A page counts that stands in the list, and one whose
 * words were pasted from another draft.
 *
 * @param today by id: the version of today, or `null` for a page that is gone; without an entry nothing is known
 */
export function sourceStates(
  listed: readonly Source[],
  ranges: readonly CitedRange[],
  today: ReadonlyMap<string, CitedVersion | null>,
): SourceState[] {
  const pasted = [...new Set(ranges.map(({ page }) => page))].filter(
    (page) => !listed.some(({ id }) => id === page),
  );
  const all: readonly CitedVersion[] = [
    ...listed,
    ...pasted.map((id) => {
      const digest = ranges.find(({ page }) => page === id)?.digest ?? '';
      const now = today.get(id);
      return { id, digest, title: now?.title ?? id, url: now?.url ?? '' };
    }),
  ];
  return all.map((source): SourceState => {
    const own = ranges.filter(({ page }) => page === source.id);
    const now = today.get(source.id);
    const kept = listed.find(({ id }) => id === source.id)?.kept;
    const known = { source, ranges: own, ...(kept === undefined ? {} : { kept }) };
    if (now === undefined) return { ...known, state: 'unknown' };
    if (now === null) return { ...known, state: 'gone' };
    // Words that stand in the letter speak for themselves; a page that was only read, by what the list says.
    const versions = own.length > 0 ? own.map(({ digest }) => digest) : [source.digest];
    const isSame = versions.every((digest) => digest === now.digest);
    return { ...known, now, state: isSame ? 'same' : kept?.digest === now.digest ? 'kept' : 'changed' };
  });
}

function readAttributes({ page, digest, piece }: Record<string, unknown>): CitationAttributes {
  return { page: String(page ?? ''), digest: String(digest ?? ''), piece: String(piece ?? '') };
}

// What stands in the map came from other people's browsers.
function readSource(id: string, value: unknown): Source | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Partial<Record<keyof Source, unknown>> = value;
  const { title, url, digest, by, at, kept } = fields;
  if (typeof title !== 'string' || typeof url !== 'string' || typeof digest !== 'string') return undefined;
  const known = {
    id,
    title,
    // An address of ours and no other.
    url: /^\/(?!\/)/.test(url) ? url : '',
    digest,
    by: typeof by === 'string' ? by : '',
    at: typeof at === 'string' ? at : '',
  };
  const read = readKept(kept);
  return read === undefined ? known : { ...known, kept: read };
}

function readKept(value: unknown): Source['kept'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { digest, by, at }: { digest?: unknown; by?: unknown; at?: unknown } = value;
  return typeof digest === 'string' && typeof by === 'string' && typeof at === 'string'
    ? { digest, by, at }
    : undefined;
}
