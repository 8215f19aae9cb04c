import type { Analyser } from '../analysis/analyser.ts';
import { familyKeys } from '../analysis/families.ts';
import type { IndexData } from '../engine/model.ts';
import { type Numbering, Segment, type Share } from '../engine/segment.ts';
import { Vocabulary } from '../engine/vocabulary.ts';
import { narrow } from '../file/columns.ts';
import { formWeights } from './postings.ts';
import { compareCodeUnits, flat, grouped } from './tables.ts';

/** A segment on its way into an index of several. */
export interface Part {
  readonly data: IndexData;
  /** A 1 for each page that does not count any more. */
  readonly dead: Uint8Array;
}

/** Several segments under one vocabulary. */
export interface Joined {
  readonly vocabulary: Vocabulary;
  readonly segments: readonly Segment[];
}

/**
 * Joins segments so that a query is answered as if the pages that still stand were indexed anew: words that only stood on dead
 * pages are forgotten, all others are counted over the living. Takes time by the size of the vocabulary, not of the texts.
 */
export function joinSegments(
  parts: readonly Part[],
  synonyms: readonly string[],
  analyser: Analyser,
): Joined {
  const alive = parts.map(countAlive);
  const pages = alive.reduce((sum, { pages: count }) => sum + count, 0);
  const forms = union(
    parts.map(({ data }, part) => data.forms.filter((_, form) => formLives(alive[part], form))),
  );
  const formRecords = new Uint32Array(forms.length);
  const stop: boolean[] = new Array(forms.length).fill(true);
  const termNames: (readonly string[])[] = new Array(forms.length).fill([]);
  const formNumbers = parts.map(({ data }, part) => {
    const numbers = placesOf(forms, data.forms);
    for (const [form, own] of numbers.entries()) {
      if (own === -1) continue;
      formRecords[form] = (formRecords[form] ?? 0) + (alive[part]?.formRecords[own] ?? 0);
      stop[form] = (data.formWeight[own] ?? 0) === 0;
      termNames[form] = termsOfForm(data, own);
    }
    return numbers;
  });
  const terms = [...new Set(termNames.flat())].sort(compareCodeUnits);
  const termPages = new Uint32Array(terms.length);
  const numberings = parts.map(({ data }, part): Numbering => {
    const numbers = placesOf(terms, data.terms);
    for (const [term, own] of numbers.entries()) {
      if (own !== -1) termPages[term] = (termPages[term] ?? 0) + (alive[part]?.termPages[own] ?? 0);
    }
    return { forms: formNumbers[part] ?? new Int32Array(), terms: numbers };
  });
  const termIds = new Map(terms.map((term, id) => [term, id]));
  const termsOf = termNames.map((names) => names.map((name) => termIds.get(name) ?? 0));
  const formTerms = flat(termsOf);
  const families = grouped(
    terms.flatMap((term, id) => familyKeys(term).map((key) => [key, id] as const)),
    2,
  );
  const weights = formWeights(termsOf, stop, termPages, pages);
  const vocabulary = new Vocabulary(
    {
      forms,
      formTermStart: formTerms.start,
      formTerms: formTerms.values,
      formRecords: narrow(formRecords),
      terms,
      termPages: narrow(termPages),
      familyKeys: families.keys,
      familyStart: families.start,
      familyTerms: families.values,
      synonyms,
    },
    pages,
    analyser,
  );
  const segments = parts.map(({ data, dead }, part) => {
    const numbering = numberings[part];
    const formWeight = ownWeights(data, numbering, weights);
    return new Segment(data, { numbering, formWeight, allPages: pages, dead } satisfies Share);
  });
  return { vocabulary, segments };
}

interface Alive {
  readonly pages: number;
  readonly formRecords: Uint32Array;
  readonly termPages: Uint32Array;
}

// Takes what stands on dead pages off the counts of the segment.
function countAlive({ data, dead }: Part): Alive {
  const formRecords = Uint32Array.from(data.formRecords);
  const termPages = Uint32Array.from(data.termPages);
  let pages = data.pageId.length;
  for (const [page, gone] of dead.entries()) {
    if (gone === 0) continue;
    pages--;
    const terms = new Set<number>();
    const end = data.pageRecordStart[page + 1] ?? 0;
    const first = data.pageRecordStart[page] ?? 0;
    for (let record = first; record < end; record++) {
      const counted = record === first ? textsOfPage(data, page) : [];
      counted.push(data.recordHeading[record] ?? 0, data.recordText[record] ?? 0);
      const context = record === first ? [data.pageContext[page] ?? 0] : [];
      for (const form of formsIn(data, counted)) for (const term of idsOfForm(data, form)) terms.add(term);
      for (const form of formsIn(data, [...counted, ...context]))
        formRecords[form] = (formRecords[form] ?? 0) - 1;
    }
    for (const term of terms) termPages[term] = (termPages[term] ?? 0) - 1;
  }
  return { pages, formRecords, termPages };
}

// What the whole page has stands in its first record. Where a page belongs (its context) says nothing of how rare a word is.
function textsOfPage(data: IndexData, page: number): number[] {
  const queries = data.pageQueries.subarray(data.pageQueryStart[page], data.pageQueryStart[page + 1]);
  return [
    data.pageTitle[page] ?? 0,
    data.pageSpoken[page] ?? 0,
    data.pageKeywords[page] ?? 0,
    ...Array.from(queries),
  ];
}

function formsIn(data: IndexData, texts: readonly number[]): Set<number> {
  const { tokenStart, tokenForm } = data;
  const found = new Set<number>();
  for (const text of texts)
    for (const form of tokenForm.subarray(tokenStart[text], tokenStart[text + 1])) found.add(form);
  return found;
}

function idsOfForm({ formTermStart, formTerms }: IndexData, form: number): number[] {
  return Array.from(formTerms.subarray(formTermStart[form], formTermStart[form + 1]));
}

function termsOfForm(data: IndexData, form: number): string[] {
  return idsOfForm(data, form).map((term) => data.terms[term] ?? '');
}

// Form 0, the empty word, is always there.
function formLives(alive: Alive | undefined, form: number): boolean {
  return form === 0 || (alive?.formRecords[form] ?? 0) > 0;
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort(compareCodeUnits);
}

/** For each string of a sorted list its place in another, or -1. */
function placesOf(all: readonly string[], own: readonly string[]): Int32Array {
  const places = new Int32Array(all.length).fill(-1);
  let place = 0;
  for (const [number, text] of all.entries()) {
    while (place < own.length && (own[place] ?? '') < text) place++;
    if (own[place] === text) places[number] = place;
  }
  return places;
}

function ownWeights(data: IndexData, numbering: Numbering | undefined, weights: Uint8Array): Uint8Array {
  const own = new Uint8Array(data.forms.length);
  for (const [form, place] of (numbering?.forms ?? new Int32Array()).entries())
    if (place !== -1) own[place] = weights[form] ?? 0;
  return own;
}
