import type { IndexData } from '../engine/model.ts';
import { narrow } from '../file/columns.ts';
import { pageDigest } from './digest.ts';
import { splitPassage } from './passages.ts';
import type { PageSource, PassageSource } from './sources.ts';
import { flat } from './tables.ts';
import type { TextCollector } from './texts.ts';
import type { Field } from './weights.ts';

/** The texts of a record, by the field they stand in. What the whole page has stands in its first record. */
export interface RecordTexts {
  readonly page: number;
  readonly texts: readonly { readonly field: Field; readonly text: number }[];
}

/** A title or a question of a page, which a query may be word for word. */
export interface Phrase {
  readonly text: number;
  readonly page: number;
}

type PageColumns = Pick<
  IndexData,
  | 'recordPage'
  | 'recordHeading'
  | 'recordText'
  | 'recordAnchor'
  | 'pageId'
  | 'pageUrl'
  | 'pageKind'
  | 'pageFunction'
  | 'pageAudience'
  | 'pageChecked'
  | 'pageDigest'
  | 'pageRecordStart'
  | 'pageTitle'
  | 'pageSpoken'
  | 'pageKeywords'
  | 'pageContext'
  | 'pageQueryStart'
  | 'pageQueries'
>;

const nothing: PassageSource = { heading: '', anchor: '', text: '' };

/** Lays the pages out as records and texts. */
export function collectPages(
  pages: readonly PageSource[],
  texts: TextCollector,
): { columns: PageColumns; records: RecordTexts[]; phrases: Phrase[] } {
  const records: RecordTexts[] = [];
  const phrases: Phrase[] = [];
  const headings: number[] = [];
  const passages: number[] = [];
  const anchors: string[] = [];
  const recordStart = [0];
  const rows = pages.map((page, place) => {
    const title = texts.add(page.title);
    const spoken = texts.add(page.spoken);
    const keywords = texts.add(page.keywords.join(' · '));
    const context = texts.add(page.context.join(' · '));
    const queries = page.queries.map((query) => texts.add(query));
    for (const text of [title, ...queries]) phrases.push({ text, page: place });
    const pieces = page.passages
      .flatMap(splitPassage)
      .filter(({ heading, text }) => heading !== '' || text !== '');
    for (const [number, piece] of (pieces.length === 0 ? [nothing] : pieces).entries()) {
      const heading = texts.add(piece.heading);
      const passage = texts.add(piece.text);
      headings.push(heading);
      passages.push(passage);
      anchors.push(piece.anchor);
      const own = [
        { field: 'heading', text: heading },
        { field: 'body', text: passage },
      ] as const;
      const ofPage = [
        { field: 'title', text: title },
        { field: 'spoken', text: spoken },
        { field: 'keywords', text: keywords },
        { field: 'context', text: context },
        ...queries.map((text) => ({ field: 'queries', text }) as const),
      ] as const;
      records.push({ page: place, texts: number === 0 ? [...ofPage, ...own] : own });
    }
    recordStart.push(records.length);
    return { title, spoken, keywords, context, queries };
  });
  const queryRows = flat(rows.map(({ queries }) => queries));
  const columns: PageColumns = {
    recordPage: narrow(records.map(({ page }) => page)),
    recordHeading: narrow(headings),
    recordText: narrow(passages),
    recordAnchor: anchors,
    pageId: pages.map(({ id }) => id),
    pageUrl: pages.map(({ url }) => url),
    pageKind: pages.map(({ kind }) => kind),
    pageFunction: pages.map((page) => page.function),
    pageAudience: pages.map(({ audience }) => audience),
    pageChecked: pages.map(({ checked }) => checked),
    pageDigest: pages.map(pageDigest),
    pageRecordStart: narrow(recordStart),
    pageTitle: narrow(rows.map(({ title }) => title)),
    pageSpoken: narrow(rows.map(({ spoken }) => spoken)),
    pageKeywords: narrow(rows.map(({ keywords }) => keywords)),
    pageContext: narrow(rows.map(({ context }) => context)),
    pageQueryStart: queryRows.start,
    pageQueries: queryRows.values,
  };
  return { columns, records, phrases };
}
