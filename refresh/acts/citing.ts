import type { Content, Page } from '#knowledge';

/** The acts that a page cites, by id: in its basis, in a quotation, in a reference or a link to the act's page. */
export function citedActs(page: Page, content: Content): ReadonlySet<string> {
  const named = [...page.data.basis.map(({ act }) => act), ...bodyNames(page, content)];
  return new Set(
    named.filter((id) => id !== undefined && id !== page.id && content.page(id)?.kind === 'regulation'),
  ) as ReadonlySet<string>;
}

/** What a body must hold to name a page of ours: a body without it need not be parsed to know that it names none. */
const mayName = /<\s*(?:Quote|Page)\b|\]\(\s*<?[/&\\]|\]:\s*<?[/&\\]/;

function bodyNames(page: Page, content: Content): (string | undefined)[] {
  if (!mayName.test(page.body)) return [];
  return [
    ...page.components.flatMap(({ name, attributes }) =>
      name === 'Quote' ? [attributes.act] : name === 'Page' ? [attributes.id] : [],
    ),
    ...page.links.map(({ url }) => content.pageAt(url.replace(/[?#].*$/, ''))?.id),
  ];
}

/** The edition that an act is in: the date of the edition in force, else the day it was signed. */
export function editionOf(act: Page<'regulation'>): string | undefined {
  return act.data.edition ?? act.data.date;
}

/** An act of the content by its id. */
export function actOf(content: Content, id: string): Page<'regulation'> | undefined {
  const page = content.page(id);
  return page?.kind === 'regulation' ? page : undefined;
}
