import type { Position } from './problem.ts';
import type { Agency } from './schema/agency.ts';
import type { Audience } from './schema/common.ts';
import type { Confirmation, Ledger } from './schema/ledger.ts';
import type { PageData, PageKind } from './schema/page.ts';
import type { CalendarYear, GlossaryEntry, Synonyms, Unit } from './schema/vocabulary.ts';

/** A piece of a page under one heading. */
export interface Section {
  /** Undefined for the text before the first heading. */
  readonly heading: string | undefined;
  /** The anchor of the heading on the site; empty before the first heading. In a script: the id of the step. */
  readonly slug: string;
  /** 1…6; 0 before the first heading. */
  readonly depth: number;
  /** Plain text, one line a block. */
  readonly text: string;
  /** Line of the file. */
  readonly line: number;
}

/** A component as it stands on a page. */
export interface ComponentUse extends Position {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Offsets in the body, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands inside, as MDX. */
  readonly source: string;
  /** What stands inside, as plain text. */
  readonly text: string;
}

/** A Markdown link or picture as it stands on a page. */
export interface LinkUse extends Position {
  readonly url: string;
  readonly image: boolean;
}

interface PageOf<Kind extends PageKind> {
  readonly id: string;
  readonly kind: Kind;
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  /** Address on the site: the path without extension; of a function without `/index`. */
  readonly url: string;
  readonly slug: string;
  readonly title: string;
  /** `id` of the function it belongs to. */
  readonly function: string;
  /** `id` of the unit that keeps it true: its own, else the function's; empty when neither is known. */
  readonly unit: string;
  readonly audience: Audience;
  /** The front matter, checked, with the defaults filled in. */
  readonly data: PageData[Kind];
  /** MDX without front matter. */
  readonly body: string;
  /** The line of the file that the body begins on. */
  readonly bodyLine: number;
  readonly sections: readonly Section[];
  readonly components: readonly ComponentUse[];
  readonly links: readonly LinkUse[];
  /** sha256 of what the page says, hex: the monthly check is recorded for it. */
  readonly digest: string;
  /** sha256 of the file as it stands, its first 32 hex digits: equal files say the same, and need not be parsed to know it. */
  readonly textDigest: string;
}

/** A page; `Page<'faq'>` is a page of one kind, and a test of `kind` narrows `data`. */
export type Page<Kind extends PageKind = PageKind> = { [K in Kind]: PageOf<K> }[Kind];

/** One file of the ledger. A record names every page of its unit, so it is read when what it says is asked for. */
export interface LedgerFile {
  readonly file: string;
  /** `yyyy-mm` and the unit's id, as the path says; a record that says something else cannot be read. */
  readonly month: string;
  readonly unit: string;
  /** What it says; undefined where it cannot be read, which proves nothing. */
  read(): Ledger | undefined;
  /** False when the record surely names none of these pages: some hundred times quicker than reading it. */
  mayName(ids: ReadonlySet<string>): boolean;
}

/** One confirmation of pages after an act changed. */
export interface ConfirmationFile {
  readonly file: string;
  readonly confirmation: Confirmation;
}

/** The working calendar: one entry for each year there is a file for. */
export interface WorkingCalendar {
  readonly years: ReadonlyMap<number, CalendarYear>;
}

/** Everything that was read, with the ways to find one's way in it. */
export interface Content {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly agency: Agency;
  readonly units: readonly Unit[];
  readonly glossary: readonly GlossaryEntry[];
  /** Groups of phrases that mean the same; empty without `synonyms.yml`. */
  readonly synonyms: Synonyms;
  readonly calendar: WorkingCalendar;
  /** In the order of their files. */
  readonly pages: readonly Page[];
  readonly ledgers: readonly LedgerFile[];
  readonly confirmations: readonly ConfirmationFile[];
  page(id: string): Page | undefined;
  /** The page with this address. */
  pageAt(url: string): Page | undefined;
  pagesOf<Kind extends PageKind>(kind: Kind): readonly Page<Kind>[];
  /** A unit by its id or one of its former ids. */
  unit(id: string): Unit | undefined;
  functionOf(page: Page): Page<'function'> | undefined;
  /** A glossary entry by its id. */
  glossaryEntry(id: string): GlossaryEntry | undefined;
}

/** What could be read of content whose profile cannot be read. */
export type PartialContent = Omit<Content, 'agency'> & { readonly agency: Agency | undefined };

/** What the agency is called and how it speaks. */
export type Vocabulary = Pick<PartialContent, 'agency' | 'units' | 'glossary'>;

type Parts = Pick<
  PartialContent,
  'folder' | 'units' | 'glossary' | 'synonyms' | 'calendar' | 'pages' | 'ledgers' | 'confirmations'
>;

/** Adds the look-ups to what was read. Of two entries with one id the first counts; the check reports the second. */
export function withLookups<AgencyType extends Agency | undefined>(
  parts: Parts & { readonly agency: AgencyType },
): Parts & { readonly agency: AgencyType } & Omit<Content, keyof Parts | 'agency'> {
  const byId = firstBy(parts.pages, (page) => page.id);
  const byUrl = firstBy(parts.pages, (page) => page.url);
  const entries = firstBy(parts.glossary, (entry) => entry.id);
  const units = firstBy(parts.units, (unit) => unit.id);
  for (const unit of parts.units)
    for (const former of unit.was) if (!units.has(former)) units.set(former, unit);
  const byKind = Map.groupBy(parts.pages, (page) => page.kind);
  return {
    ...parts,
    page: (id) => byId.get(id),
    pageAt: (url) => byUrl.get(url),
    pagesOf: <Kind extends PageKind>(kind: Kind) => (byKind.get(kind) ?? []) as unknown as Page<Kind>[],
    unit: (id) => units.get(id),
    functionOf(page) {
      const found = byId.get(page.function);
      return found?.kind === 'function' ? found : undefined;
    },
    glossaryEntry: (id) => entries.get(id),
  };
}

function firstBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item> {
  const map = new Map<string, Item>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}
