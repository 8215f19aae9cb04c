import type { Analyser } from '../analysis/analyser.ts';
import { familyKeys, isBareRoot } from '../analysis/families.ts';
import { lowerBound } from '../analysis/sorted.ts';
import { Speller } from '../query/speller.ts';
import { SynonymMatcher } from '../query/synonyms.ts';
import type { IndexData } from './model.ts';

/** The columns that are about words, not about where they stand. */
export type VocabularyData = Pick<
  IndexData,
  | 'forms'
  | 'formTermStart'
  | 'formTerms'
  | 'formRecords'
  | 'terms'
  | 'termPages'
  | 'familyKeys'
  | 'familyStart'
  | 'familyTerms'
  | 'synonyms'
>;

/** All words of an index and what is known of them: what a query is understood by. */
export class Vocabulary {
  readonly data: VocabularyData;
  readonly analyser: Analyser;
  /** How many pages there are: how rare a word is depends on it. */
  readonly pages: number;
  readonly #termForms: Rows;
  #formSpeller: Speller | undefined;
  #termSpeller: Speller | undefined;
  #synonyms: SynonymMatcher | undefined;
  #synonymTerms: readonly string[] | undefined;
  #synonymSpeller: Speller | undefined;

  constructor(data: VocabularyData, pages: number, analyser: Analyser) {
    this.data = data;
    this.pages = pages;
    this.analyser = analyser;
    this.#termForms = formsOfTerms(data);
  }

  /** The number of a form, or -1. */
  formId(form: string): number {
    return form === '' ? -1 : placeOf(this.data.forms, form);
  }

  /** The number of a term, or -1. */
  termId(term: string): number {
    return placeOf(this.data.terms, term);
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

  /** The forms that are found by a term. */
  formIdsOf(term: number): number[] {
    const { start, values } = this.#termForms;
    return Array.from(values.subarray(start[term], start[term + 1]));
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
}

/** Row `n` is `[start[n], start[n + 1])` of the values. */
export interface Rows {
  readonly start: Uint32Array;
  readonly values: Uint32Array;
}

/** The forms of each term, from the terms of each form. */
export function formsOfTerms({
  terms,
  forms,
  formTermStart,
  formTerms,
}: Pick<IndexData, 'terms' | 'forms' | 'formTermStart' | 'formTerms'>): Rows {
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

/** The place of a string in a sorted list, or -1. */
export function placeOf(sorted: readonly string[], text: string): number {
  const place = lowerBound(sorted, text);
  return sorted[place] === text ? place : -1;
}
