import { type Numbers, narrow } from '../file/columns.ts';
import type { RecordTexts } from './collect.ts';
import { rarity } from './rarity.ts';
import { type Field, fieldWeights, impactOf, lengthPenalty } from './weights.ts';

/** The postings of all terms, and how widely forms and terms are spread. */
export interface Postings {
  readonly start: Numbers;
  readonly record: Numbers;
  readonly impact: Uint8Array;
  readonly termPages: Uint32Array;
  formRecords(forms: number): Uint32Array;
}

/** Counts every term of every record, weighed by field (BM25F), as quantised impacts. */
export function makePostings(
  records: readonly RecordTexts[],
  formsOf: (text: number) => readonly number[],
  termsOf: readonly (readonly number[])[],
  terms: number,
): Postings {
  const average = averageLengths(records, formsOf);
  const rows: { record: number; impact: number }[][] = Array.from({ length: terms }, () => []);
  const termPages = new Uint32Array(terms);
  const lastPage = new Int32Array(terms).fill(-1);
  for (const [record, { page, texts }] of records.entries()) {
    const weighted = new Map<number, number>();
    for (const { field, text } of texts) {
      const forms = formsOf(text);
      const penalty = lengthPenalty[field];
      const share =
        fieldWeights[field] / (1 - penalty + (penalty * forms.length) / (average.get(field) ?? 1));
      for (const term of forms.flatMap((form) => termsOf[form] ?? [])) {
        weighted.set(term, (weighted.get(term) ?? 0) + share);
        // Where a page belongs says nothing of how rare a word is in what pages say.
        if (field === 'context' || lastPage[term] === page) continue;
        lastPage[term] = page;
        termPages[term] = (termPages[term] ?? 0) + 1;
      }
    }
    for (const [term, sum] of weighted) rows[term]?.push({ record, impact: impactOf(sum) });
  }
  const start = [0];
  for (const row of rows) start.push((start.at(-1) ?? 0) + row.length);
  const all = rows.flat();
  return {
    start: narrow(start),
    record: narrow(all.map(({ record }) => record)),
    impact: Uint8Array.from(all, ({ impact }) => impact),
    termPages,
    formRecords(forms) {
      const counts = new Uint32Array(forms);
      for (const { texts } of records) {
        for (const form of new Set(texts.flatMap(({ text }) => formsOf(text))))
          counts[form] = (counts[form] ?? 0) + 1;
      }
      return counts;
    },
  };
}

function averageLengths(
  records: readonly RecordTexts[],
  formsOf: (text: number) => readonly number[],
): ReadonlyMap<Field, number> {
  const sums = new Map<Field, { words: number; texts: number }>();
  for (const { texts } of records) {
    for (const { field, text } of texts) {
      const sum = sums.get(field) ?? { words: 0, texts: 0 };
      const words = formsOf(text).length;
      if (words === 0) continue;
      sums.set(field, { words: sum.words + words, texts: sum.texts + 1 });
    }
  }
  return new Map([...sums].map(([field, { words, texts }]) => [field, words / texts]));
}

/** How telling each form is, 0…255 of the most telling; stop words 0. */
export function formWeights(
  termsOf: readonly (readonly number[])[],
  stop: readonly boolean[],
  termPages: ArrayLike<number>,
  pages: number,
): Uint8Array {
  const most = rarity(1, Math.max(1, pages));
  return Uint8Array.from(termsOf, (terms, form) => {
    if (stop[form] || terms.length === 0) return 0;
    // A form with several lemmas is as telling as its most frequent one.
    const widest = Math.max(...terms.map((term) => termPages[term] ?? 0));
    return Math.max(1, Math.min(255, Math.round((255 * rarity(widest, pages)) / most)));
  });
}
