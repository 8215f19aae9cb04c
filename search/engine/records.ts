import type { Audience, PageKind } from '#knowledge';
import type { Field } from '../publish/weights.ts';
import { recordId } from './given.ts';
import type { SearchIndex } from './search-index.ts';
import type { Segment } from './segment.ts';

/** A text of a record as another engine needs it: the words as written and what they are found by, in order. */
export interface RecordField {
  readonly text: string;
  /** Every form as it is compared: lower case, ё as е. For words that are not yet typed to the end. */
  readonly forms: readonly string[];
  /** Every lemma, and every part of a number or an address. */
  readonly terms: readonly string[];
}

/** A record for another engine: what the whole page has stands in its first record. */
export interface SearchRecord {
  readonly id: string;
  readonly page: string;
  readonly kind: PageKind;
  readonly function: string;
  readonly audience: Audience;
  /** Fields without words are left out. */
  readonly fields: Partial<Record<Field, RecordField>>;
}

/** The records of an index, made from the index itself, so that an engine fed with them is of the same publication. */
export function* searchRecords(index: SearchIndex): Generator<SearchRecord> {
  for (const segment of index.segments) yield* recordsOf(segment);
}

function* recordsOf(segment: Segment): Generator<SearchRecord> {
  const { data } = segment;
  for (let page = 0; page < segment.pages; page++) {
    if (!segment.alive(page)) continue;
    const first = data.pageRecordStart[page] ?? 0;
    const end = data.pageRecordStart[page + 1] ?? 0;
    for (let record = first; record < end; record++) {
      const texts: [Field, readonly number[]][] = [
        ['title', [data.pageTitle[page] ?? 0]],
        ['heading', [data.recordHeading[record] ?? 0]],
        ['body', [data.recordText[record] ?? 0]],
      ];
      if (record === first)
        texts.push(
          ['queries', queriesOf(segment, page)],
          ['keywords', [data.pageKeywords[page] ?? 0]],
          ['spoken', [data.pageSpoken[page] ?? 0]],
          ['context', [data.pageContext[page] ?? 0]],
        );
      yield {
        id: recordId(data.pageId[page] ?? '', record - first),
        page: data.pageId[page] ?? '',
        kind: data.pageKind[page] ?? 'note',
        function: data.pageFunction[page] ?? '',
        audience: data.pageAudience[page] ?? 'staff',
        fields: Object.fromEntries(
          texts.flatMap(([field, ids]) => {
            const told = ids.filter((id) => id !== 0);
            return told.length === 0 ? [] : [[field, fieldOf(segment, told)]];
          }),
        ),
      };
    }
  }
}

function queriesOf({ data }: Segment, page: number): number[] {
  return Array.from(data.pageQueries.subarray(data.pageQueryStart[page], data.pageQueryStart[page + 1]));
}

function fieldOf(segment: Segment, texts: readonly number[]): RecordField {
  const { tokenStart, tokenForm, forms, formTerms, formTermStart, terms } = segment.data;
  const tokens = texts.flatMap((text) =>
    Array.from(tokenForm.subarray(tokenStart[text], tokenStart[text + 1])),
  );
  // Form 0 only fills gaps.
  const own = tokens.filter((form) => form !== 0);
  return {
    text: texts.map((text) => segment.text(text)).join('\n'),
    forms: own.map((form) => forms[form] ?? ''),
    terms: own.flatMap((form) =>
      Array.from(
        formTerms.subarray(formTermStart[form], formTermStart[form + 1]),
        (term) => terms[term] ?? '',
      ),
    ),
  };
}
