import { lowerBound } from '../analysis/sorted.ts';
import { type Numbers, narrow } from '../file/columns.ts';
import type { Alternative, Query } from '../query/model.ts';
import type { IndexData } from './model.ts';
import { formsOfTerms, type Rows } from './vocabulary.ts';

/** How a segment's words are numbered in the vocabulary of the whole index. */
export interface Numbering {
  /** For each form and each term of the vocabulary its number in the segment, or -1. */
  readonly forms: Int32Array;
  readonly terms: Int32Array;
}

/** What differs when a segment is not the whole index. */
export interface Share {
  /** The words of the segment; undefined when they are the words of the index. */
  readonly numbering: Numbering | undefined;
  /** How telling each form of the segment is in the whole index. */
  readonly formWeight: Uint8Array;
  /** Pages of the whole index. */
  readonly allPages: number;
  /** A 1 for each page that a newer segment replaces, or that is gone. */
  readonly dead: Uint8Array | undefined;
}

type FacetName = 'kind' | 'function' | 'audience';

/** A property of pages, by number: counting names page by page would cost more than the search. */
export interface Facet {
  readonly names: readonly string[];
  /** For each page the number of its name. */
  readonly codes: Numbers;
}

/** Numbers for each page and each record while one query is answered. */
interface Scratch {
  readonly covered: Float32Array;
  readonly sums: Float32Array;
  readonly best: Float32Array;
  readonly recordScores: Float32Array;
  readonly wordsFound: Uint8Array;
  readonly least: Uint8Array;
  /** Pages by number, in the order they are come across. */
  readonly touched: Uint32Array;
  readonly here: Uint32Array;
}

function makeScratch(pages: number, records: number): Scratch {
  return {
    covered: new Float32Array(pages),
    sums: new Float32Array(pages),
    best: new Float32Array(pages),
    recordScores: new Float32Array(records),
    wordsFound: new Uint8Array(records),
    least: new Uint8Array(records),
    touched: new Uint32Array(pages),
    here: new Uint32Array(pages),
  };
}

function facetOf(column: readonly string[]): Facet {
  const numbers = new Map<string, number>();
  const codes = column.map((name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  });
  return { names: [...numbers.keys()], codes: narrow(codes) };
}

const decoder = new TextDecoder();

/** Pages with their postings and texts: those of the last publication, or those that changed since. */
export class Segment {
  readonly data: IndexData;
  readonly formWeight: Uint8Array;
  readonly allPages: number;
  readonly #dead: Uint8Array | undefined;
  readonly #numbering: Numbering | undefined;
  readonly #termForms: Rows;
  /** Sums of one query, used again by the next: a fresh array for each would be most of the work of a short one. */
  readonly scratch: Scratch;
  readonly #slots: Uint16Array | Uint32Array;
  #slotted: number[] = [];
  #facets: Readonly<Record<FacetName, Facet>> | undefined;
  #pageNumbers: ReadonlyMap<string, number> | undefined;

  constructor(data: IndexData, share?: Share) {
    this.data = data;
    this.formWeight = share?.formWeight ?? data.formWeight;
    this.allPages = share?.allPages ?? data.pageId.length;
    this.#dead = share?.dead;
    this.#numbering = share?.numbering;
    this.#termForms = formsOfTerms(data);
    this.scratch = makeScratch(data.pageId.length, data.recordPage.length);
    const { length } = data.forms;
    this.#slots = length < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
  }

  get pages(): number {
    return this.data.pageId.length;
  }

  get records(): number {
    return this.data.recordPage.length;
  }

  /** For each form the number that `watchForm` gave it, or 0: good until the next call, which forgets them all. */
  watch(): Uint16Array | Uint32Array {
    for (const form of this.#slotted) this.#slots[form] = 0;
    this.#slotted = [];
    return this.#slots;
  }

  watchForm(form: number, slot: number): void {
    this.#slots[form] = slot;
    this.#slotted.push(form);
  }

  /** What pages are counted by. */
  get facets(): Readonly<Record<FacetName, Facet>> {
    const { pageKind, pageFunction, pageAudience } = this.data;
    this.#facets ??= {
      kind: facetOf(pageKind),
      function: facetOf(pageFunction),
      audience: facetOf(pageAudience),
    };
    return this.#facets;
  }

  /** Whether every page still stands. */
  get whole(): boolean {
    return this.#dead === undefined;
  }

  /** Whether the page still stands. */
  alive(page: number): boolean {
    return this.#dead?.[page] !== 1;
  }

  /** The number of a page that still stands, or -1. */
  pageNumber(id: string): number {
    this.#pageNumbers ??= new Map(this.data.pageId.map((each, page) => [each, page]));
    const page = this.#pageNumbers.get(id) ?? -1;
    return page !== -1 && this.alive(page) ? page : -1;
  }

  /** The forms that are found by a term. */
  formIdsOf(term: number): Uint32Array {
    const { start, values } = this.#termForms;
    return values.subarray(start[term], start[term + 1]);
  }

  /** Pages whose title or pinned question is the phrase. */
  betsFor(key: string): number[] {
    const { betKeys, betPages } = this.data;
    const found: number[] = [];
    for (let place = lowerBound(betKeys, key); betKeys[place] === key && key !== ''; place++) {
      found.push(betPages[place] ?? 0);
    }
    return found;
  }

  /** The characters of a text. */
  text(id: number): string {
    const { textStart, textBytes } = this.data;
    return decoder.decode(textBytes.subarray(textStart[id], textStart[id + 1]));
  }

  /** The query in the segment's own numbers. The groups stay in their places, whether or not the segment has their words. */
  localise(query: Query): Query {
    const numbering = this.#numbering;
    if (numbering === undefined) return query;
    const own = (numbers: Int32Array, ids: readonly number[]) =>
      ids.map((id) => numbers[id] ?? -1).filter((id) => id !== -1);
    const alternative = ({ weight, words }: Alternative): Alternative[] => {
      const ownWords = words.map((terms) => own(numbering.terms, terms));
      return ownWords.some((terms) => terms.length === 0) ? [] : [{ weight, words: ownWords }];
    };
    return {
      ...query,
      groups: query.groups.map(({ alternatives, forms, weight }) => ({
        alternatives: alternatives.flatMap(alternative),
        forms: own(numbering.forms, forms),
        weight,
      })),
      soft: query.soft.map((forms) => own(numbering.forms, forms)),
    };
  }
}
