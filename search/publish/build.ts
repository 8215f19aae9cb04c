import type { Dictionary } from '@ponyatno/russian';
import type { Audience } from '#knowledge';
import { Analyser } from '../analysis/analyser.ts';
import { familyKeys } from '../analysis/families.ts';
import { phraseKey } from '../analysis/phrases.ts';
import type { IndexData } from '../engine/model.ts';
import { narrow } from '../file/columns.ts';
import { collectPages } from './collect.ts';
import { formWeights, makePostings } from './postings.ts';
import type { PageSource } from './sources.ts';
import { compareCodeUnits, flat, grouped, numbering } from './tables.ts';
import { TextCollector } from './texts.ts';

/** What an index is built from. */
export interface IndexSource {
  readonly pages: readonly PageSource[];
  /** Groups of phrases that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** Builds the columns of an index. With `audience: 'public'` nothing of staff pages gets in. */
export function buildColumns(source: IndexSource, dictionary: Dictionary, audience: Audience): IndexData {
  const analyser = new Analyser(dictionary);
  const texts = new TextCollector(analyser);
  const pages = shownPages(source.pages, audience);
  const { columns, records, phrases } = collectPages(pages, texts);

  const collected = texts.forms();
  const forms = [...collected].sort(compareCodeUnits);
  const formOrder = numbering(collected, forms);
  const termsOfForms = forms.map((form) => (form === '' ? [] : analyser.terms(form)));
  const terms = [...new Set(termsOfForms.flat())].sort(compareCodeUnits);
  const termIds = new Map(terms.map((term, id) => [term, id]));
  const termsOf = termsOfForms.map((list) => list.map((term) => termIds.get(term) ?? 0));

  const renumbered = (text: number) => texts.formsOf(text).map((form) => formOrder[form] ?? 0);
  const postings = makePostings(records, renumbered, termsOf, terms.length);
  const stop = forms.map((form) => form === '' || analyser.isStopWord(form));
  const wordOf = (form: number) => ({ term: termsOfForms[form]?.[0] ?? '', stop: stop[form] ?? true });
  const bets = phrases
    .map(({ text, page }) => ({ key: phraseKey(renumbered(text).map(wordOf)), page }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => compareCodeUnits(a.key, b.key) || a.page - b.page);

  const families = grouped(
    terms.flatMap((term, id) => familyKeys(term).map((key) => [key, id] as const)),
    // A family of one is none.
    2,
  );
  const formTerms = flat(termsOf);
  return {
    forms,
    formTermStart: formTerms.start,
    formTerms: formTerms.values,
    formRecords: narrow(postings.formRecords),
    formWeight: formWeights(termsOf, stop, postings.termPages, pages.length),
    terms,
    termPages: narrow(postings.termPages),
    postingStart: postings.start,
    postingRecord: postings.record,
    postingImpact: postings.impact,
    ...columns,
    ...texts.columns(formOrder),
    familyKeys: families.keys,
    familyStart: families.start,
    familyTerms: families.values,
    betKeys: bets.map(({ key }) => key),
    betPages: narrow(bets.map(({ page }) => page)),
    synonyms: synonymColumn(source.synonyms),
  };
}

/** Groups of synonyms as the index keeps them. */
export function synonymColumn(groups: IndexSource['synonyms']): string[] {
  return groups.map((phrases) => phrases.join('\u001f'));
}

// In the order of their ids, so that equals are ordered alike wherever they stand; of two pages with one id the first.
function shownPages(pages: readonly PageSource[], audience: Audience): PageSource[] {
  const byId = new Map<string, PageSource>();
  for (const page of pages) if (!byId.has(page.id)) byId.set(page.id, page);
  return [...byId.values()]
    .filter((page) => audience === 'staff' || page.audience === 'public')
    .sort((a, b) => compareCodeUnits(a.id, b.id));
}
