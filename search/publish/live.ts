import type { Dictionary } from '@ponyatno/russian';
import type { IndexData } from '../engine/model.ts';
import { SearchIndex } from '../engine/search-index.ts';
import { commonSynonyms } from '../vocabulary/synonyms.ts';
import { buildColumns, type IndexSource, synonymColumn } from './build.ts';
import { pageDigest } from './digest.ts';
import { joinSegments } from './joined.ts';
import type { PageSource } from './sources.ts';

/** What a comparison of pages with an index has found. */
export interface Changes {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * A published index that keeps up with its pages: what changes after publication stands in a small second segment, and the pages
 * it replaces are dead in the first. Answers are those of an index built anew, which the next publication is.
 */
export class LiveIndex {
  readonly #base: IndexData;
  readonly #published: SearchIndex;
  readonly #dictionary: Dictionary;
  #current: SearchIndex;
  #digests: ReadonlyMap<string, string>;
  #synonyms: readonly string[];

  constructor(published: SearchIndex, dictionary: Dictionary) {
    const [segment, ...others] = published.segments;
    if (segment === undefined || others.length > 0) throw new Error('A published index has one segment');
    this.#base = segment.data;
    this.#published = published;
    this.#dictionary = dictionary;
    this.#current = published;
    this.#digests = digestsOf(segment.data);
    this.#synonyms = segment.data.synonyms;
  }

  /** The index as it stands now. */
  get current(): SearchIndex {
    return this.#current;
  }

  /** How many pages the last publication does not have as they are: 0 when it is up to date. */
  get unpublished(): number {
    const [, delta] = this.#current.segments;
    return delta === undefined ? 0 : Math.max(delta.pages, this.#base.pageId.length - this.#current.pages);
  }

  /** Takes over the pages as they are now, and the agency's own synonyms; the common ones are added. Only the pages that differ from the publication are taken apart. */
  update(source: IndexSource): Changes {
    const { audience } = this.#published.header;
    const pages = source.pages.filter((page) => audience === 'staff' || page.audience === 'public');
    const digests = new Map<string, string>();
    const differing: PageSource[] = [];
    const published = digestsOf(this.#base);
    for (const page of pages) {
      if (digests.has(page.id)) continue;
      const digest = pageDigest(page);
      digests.set(page.id, digest);
      if (published.get(page.id) !== digest) differing.push(page);
    }
    const changes = compare(this.#digests, digests);
    const groups = [...source.synonyms, ...commonSynonyms];
    const synonyms = synonymColumn(groups);
    const same =
      synonyms.length === this.#synonyms.length && synonyms.every((g, n) => g === this.#synonyms[n]);
    if (same && [changes.added, changes.changed, changes.removed].every(({ length }) => length === 0))
      return changes;
    this.#current = this.#with(differing, digests, synonyms, groups);
    this.#digests = digests;
    this.#synonyms = synonyms;
    return changes;
  }

  #with(
    differing: readonly PageSource[],
    digests: ReadonlyMap<string, string>,
    synonyms: readonly string[],
    groups: IndexSource['synonyms'],
  ): SearchIndex {
    const { header, vocabulary } = this.#published;
    const fresh = new Set(differing.map(({ id }) => id));
    const dead = Uint8Array.from(this.#base.pageId, (id) => (fresh.has(id) || !digests.has(id) ? 1 : 0));
    const delta = buildColumns({ pages: differing, synonyms: groups }, this.#dictionary, header.audience);
    const parts = [
      { data: this.#base, dead },
      { data: delta, dead: new Uint8Array(differing.length) },
    ];
    const joined = joinSegments(parts, synonyms, vocabulary.analyser);
    return new SearchIndex(header, joined.vocabulary, joined.segments);
  }
}

function digestsOf({ pageId, pageDigest: digests }: IndexData): Map<string, string> {
  return new Map(pageId.map((id, page) => [id, digests[page] ?? '']));
}

function compare(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Changes {
  const ids = [...now.keys()];
  return {
    changed: ids.filter((id) => before.has(id) && before.get(id) !== now.get(id)),
    added: ids.filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !now.has(id)),
  };
}
