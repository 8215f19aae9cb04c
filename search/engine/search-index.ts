import type { Dictionary } from '@ponyatno/russian';
import { Analyser } from '../analysis/analyser.ts';
import { familyKeys, isBareRoot } from '../analysis/families.ts';
import { lowerBound } from '../analysis/sorted.ts';
import { Speller } from '../query/speller.ts';
import { SynonymMatcher } from '../query/synonyms.ts';
import type { IndexData, IndexHeader } from './model.ts';

/** An index ready for queries: the columns and the look-ups over them. Queries run one at a time. */
export class SearchIndex {
  readonly data: IndexData;
  readonly header: IndexHeader;
  readonly analyser: Analyser;
  /** The forms of each term: `[start[term], start[term + 1])` of `termForms`. */
  readonly termFormStart: Uint32Array;
  readonly termForms: Uint32Array;
  #pageNumbers: ReadonlyMap<string, number> | undefined;
  #formSpeller: Speller | undefined;
  #termSpeller: Speller | undefined;
  #synonyms: SynonymMatcher | undefined;
  #synonymTerms: readonly string[] | undefined;
  #synonymSpeller: Speller | undefined;

  constructor(data: IndexData, header: IndexHeader, dictionary: Dictionary) {
    this.data = data;
    this.header = header;
    this.analyser = new Analyser(dictionary);
    const { start, values } = inverted(data);
    this.termFormStart = start;
    this.termForms = values;
  }

  get pages(): number {
    return this.data.pageId.length;
  }

  get records(): number {
    return this.data.recordPage.length;
  }

  /** The number of a form, or -1. */
  formId(form: string): number {
    return form === '' ? -1 : placeOf(this.data.forms, form);
  }

  /** The number of a term, or -1. */
  termId(term: string): number {
    return placeOf(this.data.terms, term);
  }

  /** The number of the page with this id, or -1. */
  pageNumber(id: string): number {
    this.#pageNumbers ??= new Map(this.data.pageId.map((each, page) => [each, page]));
    return this.#pageNumbers.get(id) ?? -1;
  }

  /** What a form is found by: from the index when it has the form, else from the dictionary. */
  termsOf(form: string): readonly string[] {
    const id = this.formId(form);
    if (id === -1) return this.analyser.terms(form);
    return this.termIdsOf(id).map((term) => this.data.terms[term] ?? '');
  }

  termIdsOf(form: number): number[] {
    const { formTermStart, formTerms } = this.data;
    return Array.from(formTerms.subarray(formTermStart[form], formTermStart[form + 1]));
  }

  /** Terms of one root with a lemma, itself excepted. */
  relatives(lemma: string): number[] {
    const { familyKeys: keys, familyStart, familyTerms, terms } = this.data;
    const found = new Set<number>();
    const bare = isBareRoot(lemma);
    for (const key of familyKeys(lemma)) {
      const family = placeOf(keys, key);
      if (family === -1) continue;
      for (const term of familyTerms.subarray(familyStart[family], familyStart[family + 1])) {
        const other = terms[term] ?? '';
        // By rule alone «запись» and «записка» are not related.
        if (other !== lemma && (key.startsWith('#') || !bare || !isBareRoot(other))) found.add(term);
      }
    }
    return [...found];
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

  get formSpeller(): Speller {
    const { forms, formRecords } = this.data;
    this.#formSpeller ??= new Speller(forms, (form) => formRecords[form] ?? 0);
    return this.#formSpeller;
  }

  get termSpeller(): Speller {
    const { terms, termPages } = this.data;
    this.#termSpeller ??= new Speller(terms, (term) => termPages[term] ?? 0);
    return this.#termSpeller;
  }

  /** The terms of the synonyms, for the speller: people mistype those too. */
  get synonymTerms(): readonly string[] {
    this.#synonymTerms ??= this.synonyms.terms;
    return this.#synonymTerms;
  }

  get synonymSpeller(): Speller {
    this.#synonymSpeller ??= new Speller(this.synonymTerms, () => 1);
    return this.#synonymSpeller;
  }

  get synonyms(): SynonymMatcher {
    this.#synonyms ??= new SynonymMatcher(
      this.data.synonyms.map((group) => group.split('\u001f')),
      this.analyser,
    );
    return this.#synonyms;
  }

  /** The characters of a text. */
  text(id: number): string {
    const { textStart, textBytes } = this.data;
    return decoder.decode(textBytes.subarray(textStart[id], textStart[id + 1]));
  }
}

const decoder = new TextDecoder();

function placeOf(sorted: readonly string[], text: string): number {
  const place = lowerBound(sorted, text);
  return sorted[place] === text ? place : -1;
}

function inverted({ terms, forms, formTermStart, formTerms }: IndexData): {
  start: Uint32Array;
  values: Uint32Array;
} {
  const start = new Uint32Array(terms.length + 1);
  for (const term of formTerms) start[term + 1] = (start[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms.length; term++)
    start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0);
  const free = start.slice();
  const values = new Uint32Array(formTerms.length);
  for (let form = 0; form < forms.length; form++) {
    const end = formTermStart[form + 1] ?? 0;
    for (let place = formTermStart[form] ?? 0; place < end; place++) {
      const term = formTerms[place] ?? 0;
      values[free[term] ?? 0] = form;
      free[term] = (free[term] ?? 0) + 1;
    }
  }
  return { start, values };
}
