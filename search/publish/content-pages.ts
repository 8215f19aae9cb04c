import type { Content, Fact, GlossaryEntry, Page } from '#knowledge';
import type { IndexSource } from './build.ts';
import { letterText } from './letter-text.ts';
import type { PageSource, PassageSource } from './sources.ts';

/** How people call the kinds of pages when they ask for one. */
const kindNames: Readonly<Record<Page['kind'], readonly string[]>> = {
  function: ['функция'],
  regulation: ['правовой акт', 'документ'],
  job: ['должностная инструкция', 'обязанности'],
  case: ['пример', 'случай'],
  faq: [],
  template: ['шаблон', 'образец'],
  script: ['скрипт', 'сценарий'],
  contact: ['контакты', 'телефон', 'адрес'],
  note: [],
};

/** What the index of an agency is built from. */
export function contentSource(content: Content): IndexSource {
  return {
    pages: contentPages(content),
    synonyms: [...content.synonyms, ...glossarySynonyms(content.glossary)],
  };
}

/** The pages of the agency as search sees them. */
export function contentPages(content: Content): PageSource[] {
  const checked = lastChecks(content);
  return content.pages.map((page) => ({
    checked: checked.get(page.id) ?? '',
    id: page.id,
    url: page.url,
    kind: page.kind,
    function: page.function,
    audience: page.audience,
    title: page.title,
    spoken: page.kind === 'faq' ? page.data.spoken.trim() : '',
    queries: page.data.queries,
    keywords: [
      ...page.data.keywords,
      ...page.data.topics,
      ...page.data.needs,
      ...namesOf(page),
      ...clausesOf(page),
    ].filter((name) => name !== ''),
    context: [content.functionOf(page)?.title ?? '', ...kindNames[page.kind]].filter((name) => name !== ''),
    passages: [...frontMatter(page), ...page.sections.map(passageOf)],
  }));
}

/** The month each page was last checked in, by the ledger. */
function lastChecks({ ledgers }: Content): Map<string, string> {
  const months = new Map<string, string>();
  for (const { month, read } of ledgers) {
    for (const { id } of read()?.pages ?? []) {
      if (month > (months.get(id) ?? '')) months.set(id, month);
    }
  }
  return months;
}

/** The agency's own names for things: each entry of the glossary with what it stands for. */
export function glossarySynonyms(glossary: readonly GlossaryEntry[]): string[][] {
  return glossary
    .map(({ term, expansion, synonyms, plain }) => [
      term,
      ...(expansion ? [expansion] : []),
      ...synonyms,
      ...plain,
    ])
    .filter((group) => group.length > 1);
}

function passageOf(section: Page['sections'][number]): PassageSource {
  return { heading: section.heading ?? '', anchor: section.slug, text: letterText(section.text) };
}

// What people know a page by, apart from its title: the number and date of an act, a phone, a post.
function namesOf(page: Page): string[] {
  switch (page.kind) {
    case 'function':
      return page.data.contacts.flatMap(({ value }) => known(value, String));
    case 'regulation':
      return [page.data.number ?? '', ...(page.data.date ? [russianDate(page.data.date)] : [])];
    case 'contact':
      return [page.data.body, ...known(page.data.phone, String), ...known(page.data.site, String)];
    case 'job':
      return [page.data.post];
    default:
      return [];
  }
}

// «п. 9 ст. 39.29»: what an answer rests on is asked for by its number. A bare «9» says too little.
function clausesOf({ data: { basis } }: Page): string[] {
  return basis.flatMap(({ clause = '' }) => clause.match(/\d+(?:\.\d+)+|\d{3,}/g) ?? []);
}

// What the front matter says in words, as the first passage of the page.
function frontMatter(page: Page): PassageSource[] {
  const lines = linesOf(page);
  return lines.length === 0 ? [] : [{ heading: '', anchor: '', text: lines.join('\n') }];
}

function linesOf(page: Page): string[] {
  switch (page.kind) {
    case 'function':
      return [
        page.data.summary,
        page.data.clients,
        ...page.data.channels.map(({ name, purpose }) => `${name}: ${purpose}`),
        ...page.data.contacts.flatMap(({ label, value }) => known(value, (text) => `${label}: ${text}`)),
        ...page.data.urgentSigns,
      ];
    case 'regulation':
      return [
        `${page.data.issuer}, № ${page.data.number}${page.data.date ? ` от ${russianDate(page.data.date)}` : ''}`,
      ];
    case 'job':
      return [page.data.post];
    case 'template':
      return [page.data.when];
    case 'script':
      return [page.data.situation];
    case 'contact':
      return [
        page.data.body,
        page.data.remit,
        ...known(page.data.phone, (phone) => `Телефон: ${phone}`),
        ...known(page.data.site, (site) => `Сайт: ${site}`),
        ...(page.data.address ? known(page.data.address, (address) => `Адрес: ${address}`) : []),
      ];
    default:
      return [];
  }
}

function known<Value>(value: Fact<Value>, line: (value: Value) => string): string[] {
  return 'value' in value ? [line(value.value)] : [];
}

function russianDate(date: string): string {
  return date.split('-').reverse().join('.');
}
