// A page of the knowledge base as a letter quotes it: words for a client, with today's values of the profile.
import { createHash } from 'node:crypto';
import { type Agency, type Content, type Page, type PageKind, resolveProfilePath } from '#knowledge';
import { blocksOfMdx } from '../template/convert.ts';
import type { DocumentNode } from '../template/document.ts';
import { profilePath } from '../template/phrasing.ts';
import { citedKinds, spokenPiece } from './kinds.ts';
import { plainText } from './plain-text.ts';

/** A piece of a page that can stand in a letter. */
export interface CitedPiece {
  /** `spoken` for the answer to read aloud, else the anchor of the heading; empty before the first heading. */
  readonly id: string;
  readonly heading: string;
  readonly content: readonly DocumentNode[];
  /** The same as plain text, to be read before it is put in. */
  readonly text: string;
  /** Facts that the agency has not named: the paragraphs with them are left out. */
  readonly absent: readonly string[];
}

/** What a draft keeps of a page it rests on. */
export interface CitedVersion {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Changes when title or words change, those of the profile too. */
  readonly digest: string;
  /** A template: a letter rests on the whole of it and quotes no piece. */
  readonly whole?: true;
}

/** A page with everything that can be taken from it. */
export interface CitedPage extends CitedVersion {
  readonly kind: PageKind;
  /** Clients never see the page: its words are for colleagues. */
  readonly internal: boolean;
  readonly pieces: readonly CitedPiece[];
}

/** The page as a letter quotes it; undefined for a page that does not exist or is not quoted. */
export function citedPage(id: string, content: Content): CitedPage | undefined {
  const page = content.page(id);
  if (page === undefined || !citedKinds.has(page.kind)) return undefined;
  const pieces = piecesOf(page, content.agency);
  return {
    id: page.id,
    title: page.title,
    url: page.url,
    kind: page.kind,
    internal: page.audience !== 'public',
    digest: digestOf([
      page.title,
      // Of an act the edition counts too.
      ...(page.kind === 'regulation' ? [page.digest] : []),
      ...pieces.flatMap(({ id: piece, heading, text }) => [piece, heading, text]),
    ]),
    pieces,
  };
}

/** How a page that a letter rests on stands today; undefined for one that is gone. */
export function citedVersion(id: string, content: Content): CitedVersion | undefined {
  const page = content.page(id);
  if (page === undefined) return undefined;
  const { title, url } = page;
  const cited = citedPage(id, content);
  if (cited !== undefined) return { id: page.id, title, url, digest: cited.digest };
  return { id: page.id, title, url, digest: page.digest.slice(0, 16), whole: true };
}

function piecesOf(page: Page, agency: Agency): CitedPiece[] {
  const spoken = page.kind === 'faq' ? page.data.spoken.trim() : '';
  const aloud: CitedPiece[] =
    spoken === ''
      ? []
      : [
          {
            id: spokenPiece,
            heading: '',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: spoken }] }],
            text: spoken,
            absent: [],
          },
        ];
  const anchors = page.sections.filter(({ heading }) => heading !== undefined).map(({ slug }) => slug);
  const parts: { id: string; heading: string; content: DocumentNode[] }[] = [
    { id: '', heading: '', content: [] },
  ];
  for (const block of blocksOfMdx(page.body, agency)) {
    if (block.type !== 'heading') parts.at(-1)?.content.push(block);
    else parts.push({ id: anchors[parts.length - 1] ?? '', heading: plainText([block]), content: [] });
  }
  const written = parts.flatMap((part): CitedPiece[] => {
    const absent = new Set<string>();
    const content = part.content.flatMap((block) => resolved(block, agency, absent) ?? []);
    const text = plainText(content);
    return text === '' && absent.size === 0 ? [] : [{ ...part, content, text, absent: [...absent] }];
  });
  return [...aloud, ...written];
}

/** A block with values in place of variables; undefined when the agency has not named one of them. */
function resolved(node: DocumentNode, agency: Agency, absent: Set<string>): DocumentNode | undefined {
  const inside = node.content?.map((child) => {
    if (child.type !== 'variable') return resolved(child, agency, absent);
    const name = String(child.attrs?.name ?? '');
    const path = profilePath(name);
    const fact = path === undefined ? undefined : resolveProfilePath(agency, path);
    if (fact !== undefined && 'value' in fact) return { type: 'text', text: fact.value };
    absent.add(path ?? name);
    return undefined;
  });
  if (inside === undefined) return node;
  const kept = inside.filter((child) => child !== undefined);
  const isWhole = kept.length === inside.length;
  // Half a sentence misleads: the paragraph goes as a whole. A list or a table goes on without its item.
  const isText = inside.some((child) => child === undefined || child.type === 'text');
  if (kept.length === 0 || (isText && !isWhole)) return undefined;
  return { ...node, content: kept };
}

/** A sum of words, short enough to stand in every citation. */
function digestOf(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16);
}
