import { type Numbers, narrow } from '../file/columns.ts';
import type { RecordTexts } from './collect.ts';
import { rarity } from './rarity.ts';
import { fieldWeights, impactOf, lengthPenalty, usualLength } from './weights.ts';

/** The postings of all terms, and how widely forms and terms are spread. */
export interface Postings {
  readonly start: Numbers;
  readonly record: Numbers;
  readonly impact: Uint8Array;
  readonly termPages: Uint32Array;
  readonly formRecords: Uint32Array;
}

/**
 * Counts every term of every record, weighed by field (BM25F), as quantised impacts. An impact depends on its record alone, so a
 * page that changes leaves the postings of all others as they are.
 */
export function makePostings(
  records: readonly RecordTexts[],
  formsOf: (text: number) => readonly number[],
  termsOf: readonly (readonly number[])[],
  terms: number,
): Postings {
  // Record and impact in one number: millions of small objects would cost more than the analysis.
  const rows: number[][] = Array.from({ length: terms }, () => []);
  const termPages = new Uint32Array(terms);
  const lastPage = new Int32Array(terms).fill(-1);
  const formRecords = new Uint32Array(termsOf.length);
  const lastRecord = new Int32Array(termsOf.length).fill(-1);
  let postings = 0;
  for (const [record, { page, texts }] of records.entries()) {
    const weighted = new Map<number, number>();
    for (const { field, text } of texts) {
      const forms = formsOf(text);
      const penalty = lengthPenalty[field];
      const share = fieldWeights[field] / (1 - penalty + (penalty * forms.length) / usualLength[field]);
      for (const form of forms) {
        if (lastRecord[form] !== record) {
          lastRecord[form] = record;
          formRecords[form] = (formRecords[form] ?? 0) + 1;
        }
        for (const term of termsOf[form] ?? []) {
          weighted.set(term, (weighted.get(term) ?? 0) + share);
          // Where a page belongs says nothing of how rare a word is in what pages say.
          if (field === 'context' || lastPage[term] === page) continue;
          lastPage[term] = page;
          termPages[term] = (termPages[term] ?? 0) + 1;
        }
      }
    }
    for (const [term, sum] of weighted) rows[term]?.push(record * 256 + impactOf(sum));
    postings += weighted.size;
  }
  const start = new Uint32Array(terms + 1);
  const record = new Uint32Array(postings);
  const impact = new Uint8Array(postings);
  let place = 0;
  for (const [term, row] of rows.entries()) {
    for (const both of row) {
      record[place] = Math.floor(both / 256);
      impact[place++] = both % 256;
    }
    start[term + 1] = place;
  }
  return { start: narrow(start), record: narrow(record), impact, termPages, formRecords };
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
