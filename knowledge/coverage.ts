import type { Page, PartialContent } from './content.ts';

/** The six materials every function must have (KB-4), in the order of the act. */
export const materials = ['acts', 'jobs', 'faq', 'templates', 'cases', 'contacts'] as const;
export type Material = (typeof materials)[number];

/** How the materials are called to the reader. */
export const materialNames: Readonly<Record<Material, string>> = {
  acts: 'правовые акты',
  jobs: 'должностные инструкции',
  faq: 'вопросы и ответы',
  templates: 'шаблоны ответов',
  cases: 'примеры решений',
  contacts: 'контакты для клиентов',
};

/** One cell of the matrix. */
export interface CoverageCell {
  readonly material: Material;
  readonly count: number;
  /** The pages that fill it; contacts may stand in the function's own page. */
  readonly pages: readonly Page[];
}

/** One function with its six cells. */
export interface CoverageRow {
  readonly function: Page<'function'>;
  readonly cells: readonly CoverageCell[];
  readonly complete: boolean;
}

/** The matrix of functions and their six mandatory materials (KB-3, KB-4). */
export function coverage(content: PartialContent): CoverageRow[] {
  const byFunction = Map.groupBy(content.pages, (page) => page.function);
  return content.pagesOf('function').map((owner) => {
    const own = byFunction.get(owner.id) ?? [];
    const kind = (wanted: Page['kind']) => own.filter((page) => page.kind === wanted);
    const contacts = kind('contact');
    const cells: CoverageCell[] = [
      cell('acts', actsOf(owner, own, content)),
      cell('jobs', kind('job')),
      cell('faq', kind('faq')),
      cell('templates', kind('template')),
      cell('cases', kind('case')),
      {
        material: 'contacts',
        count: owner.data.contacts.length + contacts.length,
        pages: [owner, ...contacts],
      },
    ];
    return { function: owner, cells, complete: cells.every(({ count }) => count > 0) };
  });
}

/** The acts of a function: those in its folder, and those of other functions that its page rests on. */
function actsOf(owner: Page<'function'>, own: readonly Page[], content: PartialContent): Page[] {
  const acts = own.filter((page) => page.kind === 'regulation');
  for (const { act } of owner.data.basis) {
    const page = content.page(act);
    if (page?.kind === 'regulation' && !acts.includes(page)) acts.push(page);
  }
  return acts;
}

function cell(material: Material, pages: readonly Page[]): CoverageCell {
  return { material, count: pages.length, pages };
}
