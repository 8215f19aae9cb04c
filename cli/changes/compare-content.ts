import { type ComparedBlock, compareTexts } from '#editor/node';
import type { Content, Page } from '#knowledge';

/** Something that a reader sees, before and after. */
export interface Difference {
  /** What it is: «Заголовок», «Текст». */
  readonly what: string;
  /** Only the paragraphs that are not the same. */
  readonly blocks: readonly ComparedBlock[];
}

/** What became of a page. */
export type PageChange =
  | { readonly kind: 'new' | 'removed'; readonly page: Page }
  | {
      readonly kind: 'changed';
      readonly page: Page;
      readonly before: Page;
      readonly differences: readonly Difference[];
      /** Fields of the front matter that say something else and are not among the differences. */
      readonly fields: readonly string[];
    };

/** What became of a term. */
export interface TermChange {
  readonly kind: 'new' | 'removed' | 'changed';
  readonly term: string;
  readonly blocks: readonly ComparedBlock[];
}

/** What readers will find different: pages in the order of their files, terms, and whether the profile or the units changed. */
export interface ContentChanges {
  readonly pages: readonly PageChange[];
  readonly terms: readonly TermChange[];
  readonly profile: boolean;
  readonly units: boolean;
}

/** Fields that differences tell of, or that no reader sees. */
const toldOtherwise: ReadonlySet<string> = new Set(['title', 'spoken', 'audience', 'id', 'kind', 'lint']);
const audiences = { public: 'видят все', staff: 'видят только сотрудники' } as const;

/** Compares two states of the same content as its readers see them: a page is the same page while its `id` is. */
export function compareContent(before: Content, after: Content): ContentChanges {
  const files = (page: PageChange) => page.page.file;
  const pages: PageChange[] = [
    ...after.pages.flatMap((page) => {
      const old = before.page(page.id);
      return old === undefined ? [{ kind: 'new', page } as const] : changeOf(old, page);
    }),
    ...before.pages
      .filter(({ id }) => after.page(id) === undefined)
      .map((page) => ({ kind: 'removed', page }) as const),
  ];
  return {
    pages: pages.toSorted((one, other) => (files(one) < files(other) ? -1 : 1)),
    terms: termChanges(before, after),
    profile: !same(before.agency, after.agency),
    units: !same(before.units, after.units),
  };
}

function changeOf(before: Page, page: Page): PageChange[] {
  const differences = [
    difference('Заголовок', [before.title], [page.title]),
    difference('Кто видит', [audiences[before.audience]], [audiences[page.audience]]),
    difference('Адрес', [before.url], [page.url]),
    difference('Ответ для чтения вслух', spokenOf(before), spokenOf(page)),
    difference('Текст', paragraphsOf(before), paragraphsOf(page)),
  ].filter(({ blocks }) => blocks.length > 0);
  const fields = fieldsOf(before, page);
  return differences.length + fields.length === 0
    ? []
    : [{ kind: 'changed', page, before, differences, fields }];
}

function difference(what: string, before: readonly string[], after: readonly string[]): Difference {
  return { what, blocks: compareTexts(before, after).filter(({ kind }) => kind !== 'same') };
}

function spokenOf(page: Page): string[] {
  return page.kind === 'faq' ? [page.data.spoken] : [];
}

function paragraphsOf(page: Page): string[] {
  return page.sections.flatMap(({ heading, text }) => [
    ...(heading === undefined ? [] : [heading]),
    ...text.split('\n').filter((line) => line.trim() !== ''),
  ]);
}

function fieldsOf(before: Page, after: Page): string[] {
  const old: Readonly<Record<string, unknown>> = { ...before.data };
  const young: Readonly<Record<string, unknown>> = { ...after.data };
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .filter((name) => !toldOtherwise.has(name) && !same(old[name], young[name]))
    .toSorted();
}

function termChanges(before: Content, after: Content): TermChange[] {
  const old = new Map(before.glossary.map((entry) => [entry.id, entry]));
  const young = new Map(after.glossary.map((entry) => [entry.id, entry]));
  const wordsOf = (entry: { expansion?: string | undefined; explanation: string }) => [
    ...(entry.expansion === undefined ? [] : [entry.expansion]),
    entry.explanation,
  ];
  const changes: TermChange[] = [];
  for (const [id, entry] of young) {
    const known = old.get(id);
    const { blocks } = difference('', known === undefined ? [] : wordsOf(known), wordsOf(entry));
    if (blocks.length > 0)
      changes.push({ kind: known === undefined ? 'new' : 'changed', term: entry.term, blocks });
  }
  for (const [id, { term }] of old) if (!young.has(id)) changes.push({ kind: 'removed', term, blocks: [] });
  return changes;
}

// Both come out of the same schema, so their fields stand in the same order.
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
