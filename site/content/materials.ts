import {
  type Content,
  type CoverageRow,
  coverage,
  materialNames,
  type Page,
  type PageKind,
} from '#knowledge';
import { requisites } from './acts.ts';
import { kindNames } from './names.ts';

/** One list of a function's pages, as its navigation and its page show it. */
export interface MaterialList {
  /** Anchor on the page of the function. */
  readonly anchor: string;
  readonly title: string;
  /** One of the six that every function must have (KB-4). */
  readonly required: boolean;
  readonly count: number;
  readonly pages: readonly Page[];
}

const anchors: Partial<Record<PageKind, string>> = {
  regulation: 'acts',
  job: 'jobs',
  faq: 'faq',
  template: 'templates',
  case: 'cases',
  contact: 'contacts',
  script: 'scripts',
  note: 'notes',
};

/** The anchor of the list on the function's page that a kind of page stands in. */
export function anchorOf(kind: PageKind): string {
  return anchors[kind] ?? '';
}

const rows = new WeakMap<Content, readonly CoverageRow[]>();

/** The coverage matrix, made once for a content. */
export function coverageOf(content: Content): readonly CoverageRow[] {
  const known = rows.get(content) ?? coverage(content);
  rows.set(content, known);
  return known;
}

/** The materials of a function: the six that must be there, then what else there is (KB-5). */
export function materialsOf(content: Content, owner: Page<'function'>): MaterialList[] {
  const row = coverageOf(content).find((candidate) => candidate.function.id === owner.id);
  const required = (row?.cells ?? []).map(
    ({ material, count, pages }): MaterialList => ({
      anchor: material,
      title: capitalised(materialNames[material]),
      required: true,
      count,
      pages: pages.filter((page) => page.id !== owner.id),
    }),
  );
  const others = (['script', 'note'] as const).map((kind): MaterialList => {
    const pages = content.pagesOf(kind).filter((page) => page.function === owner.id);
    return {
      anchor: anchorOf(kind),
      title: kindNames[kind].many,
      required: false,
      count: pages.length,
      pages,
    };
  });
  return [...required, ...others.filter(({ count }) => count > 0)];
}

/** A name at the beginning of a line. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The line under a title in a list of pages. */
export function lineOf(page: Page): string {
  switch (page.kind) {
    case 'function':
      return page.data.summary;
    case 'faq':
      return page.data.spoken;
    case 'template':
      return page.data.when;
    case 'script':
      return page.data.situation;
    case 'contact':
      return page.data.remit;
    case 'job':
      return page.data.post;
    case 'regulation':
      return [page.data.issuer, requisites(page.data)].filter(Boolean).join(', ');
    case 'case':
    case 'note':
      return page.sections[0]?.text.split('\n')[0] ?? '';
  }
}

/** Other questions that share topics or needs with a page, nearest first. */
export function relatedQuestions(content: Content, page: Page, limit = 5): readonly Page<'faq'>[] {
  const words = new Set([...page.data.topics, ...page.data.needs]);
  return content
    .pagesOf('faq')
    .filter((other) => other.id !== page.id)
    .map((other) => ({
      other,
      shared: [...other.data.topics, ...other.data.needs].filter((word) => words.has(word)).length,
      near: other.function === page.function ? 1 : 0,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared + b.near - (a.shared + a.near))
    .slice(0, limit)
    .map(({ other }) => other);
}
