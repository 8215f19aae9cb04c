import type { Permission } from '#identity';
import type { Content } from '#knowledge';

/** The main sections, in the order of the header, with what a person must be allowed to do to open them. */
export const sections = [
  { id: 'call', title: 'Звонок', url: '/call', asks: 'call.take' },
  { id: 'functions', title: 'Функции', url: '/functions', asks: 'knowledge.read' },
  { id: 'templates', title: 'Шаблоны', url: '/templates', asks: 'knowledge.read' },
  { id: 'scripts', title: 'Сценарии', url: '/scripts', asks: 'knowledge.read' },
  { id: 'drafts', title: 'Черновики', url: '/drafts', asks: 'letter.read' },
  { id: 'refresh', title: 'Актуализация', url: '/refresh', asks: 'refresh.read' },
] as const satisfies readonly { id: string; title: string; url: string; asks: Permission }[];

/** Which section of the header a page belongs to. */
export type Section = (typeof sections)[number]['id'];

/** The sections that the agency's order has: no calls where nobody is called, no monthly check where none is asked for. */
export function sectionsOf({ agency }: Pick<Content, 'agency'>): readonly (typeof sections)[number][] {
  const { line, outboundCalls, internalClients, refresh } = agency;
  const shown: Partial<Record<Section, boolean>> = {
    call: Boolean(line ?? outboundCalls ?? internalClients),
    refresh: refresh !== undefined,
  };
  return sections.filter(({ id }) => shown[id] ?? true);
}

/**
 * The pages of the foot that have something to show. The six materials are asked for by the orders with a section on the knowledge base,
 * and these are the ones that ask for the monthly check.
 */
export function moreOf({
  agency,
  pagesOf,
}: Pick<Content, 'agency'> & {
  pagesOf(kind: 'contact'): readonly unknown[];
}): readonly (typeof more)[number][] {
  const shown: Readonly<Record<string, boolean>> = {
    '/contacts': pagesOf('contact').length > 0,
    '/coverage': agency.refresh !== undefined,
  };
  return more.filter(({ url }) => shown[url] ?? true);
}

/** The pages that are reached from the foot of every page. */
export const more = [
  { title: 'Глоссарий', url: '/glossary' },
  { title: 'Правовые акты', url: '/acts' },
  { title: 'Другие органы', url: '/contacts' },
  { title: 'Правила языка', url: '/rules' },
  { title: 'Полнота базы', url: '/coverage' },
  { title: 'Люди', url: '/people', asks: 'accounts.manage' },
  { title: 'Журнал событий', url: '/audit', asks: 'audit.read' },
] as const;
