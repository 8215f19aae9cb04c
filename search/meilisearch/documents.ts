import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Audience, PageKind } from '#knowledge';
import { type RecordField, type SearchRecord, searchRecords } from '../engine/records.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { Reach } from './reach.ts';
import type { formFields, termFields } from './settings.ts';

/** A question waits no longer than this for its turn. */
const mostBusyMs = 10;

type TextField = (typeof termFields)[number] | (typeof formFields)[number];

/** A record as it is kept in Meilisearch. */
export interface MeilisearchDocument extends Partial<Record<TextField, string>> {
  readonly id: string;
  /** Of everything else: what is unchanged is not sent again. */
  readonly hash: string;
  readonly page: string;
  readonly kind: PageKind;
  readonly function: string;
  readonly audience: Audience;
}

/** What Meilisearch is given of a record: the words it is found by, and no text to show. */
function documentOf(
  { id, page, kind, function: owner, audience, fields }: SearchRecord,
  reach: Reach,
): MeilisearchDocument {
  const { title, ...others } = fields;
  const texts: Partial<Record<TextField, string>> = {};
  for (const [field, { terms }] of entriesOf(fields)) put(texts, `${field}Terms`, terms);
  if (title) put(texts, 'titleForms', title.forms);
  put(
    texts,
    'otherForms',
    entriesOf(others).flatMap(([, { forms }]) => forms),
  );
  put(texts, 'reachTerms', [...reach.of(Object.values(fields))]);
  const content = { page, kind, function: owner, audience, ...texts };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
  return { id, hash, ...content };
}

function entriesOf<Name extends string>(
  fields: Partial<Record<Name, RecordField>>,
): [name: Name, field: RecordField][] {
  const names = Object.keys(fields) as Name[];
  return names.sort().flatMap((name) => (fields[name] ? [[name, fields[name]] as [Name, RecordField]] : []));
}

// Lists become texts: a repeated word says nothing to an engine that only gives candidates.
function put(texts: Partial<Record<TextField, string>>, field: TextField, words: readonly string[]): void {
  if (words.length > 0) texts[field] = [...new Set(words)].join(' ');
}

/**
 * The documents of an index, one after another. Whoever else works on this thread is let in now and then: the words of a large agency
 * take seconds.
 */
export async function* documentsOf(index: SearchIndex): AsyncGenerator<MeilisearchDocument> {
  const reach = new Reach(index.vocabulary);
  let since = performance.now();
  for (const record of searchRecords(index)) {
    yield documentOf(record, reach);
    if (performance.now() - since < mostBusyMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
