import { posix } from 'node:path';
import type { Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Content, Page } from '../content.ts';
import { isTermName, resolveProfilePath } from '../profile.ts';
import { parseMdx } from '../read/parse-mdx.ts';
import { attributesOf } from '../read/plain-text.ts';
import { isPublicValue, isPublished, publicAddresses } from './publishable.ts';

/** Something of the staff's that the text of a public page leans on. */
export interface Leaning {
  /** Where it stands in the body. */
  readonly offset: number;
  readonly kind: 'page' | 'term' | 'act' | 'value' | 'deadline' | 'link' | 'file';
  /** The id, path or address, as it is written. */
  readonly name: string;
}

/** The text of a page as everybody may read it. */
export interface PublicBody {
  readonly body: string;
  readonly leanings: readonly Leaning[];
  /** Files beside the pages that the text shows, relative to the content folder. */
  readonly files: readonly string[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands where a value may not be told. */
const untold = 'не указано';

/**
 * The text of a page without anything of the staff's: a link to a staff page becomes its words, a staff term stays without its
 * explanation, a value that is not public is not told.
 */
export function publicBody(page: Page, content: Content): PublicBody {
  const { tree } = parseMdx(page.body);
  const edits: Edit[] = [];
  const leanings: Leaning[] = [];
  const files: string[] = [];

  function lean(node: Nodes, kind: Leaning['kind'], name: string): void {
    leanings.push({ offset: node.position?.start.offset ?? 0, kind, name });
  }
  function replace(node: Nodes, text: string): void {
    const { start, end } = spanOf(node);
    edits.push({ start, end, text });
  }

  if (tree === undefined) return { body: '', leanings, files };
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const leaning = componentLeaning(node.name ?? '', attributesOf(node.attributes), content);
        if (leaning === undefined) return;
        lean(node, leaning.kind, leaning.name);
        if (node.children.length === 0) replace(node, untold);
        else edits.push(...unwrapped(node));
        return;
      }
      case 'link': {
        if (leadsOut(node.url, page, content)) return;
        lean(node, 'link', node.url);
        if (node.children.length === 0) replace(node, '');
        else edits.push(...unwrapped(node));
        return;
      }
      case 'definition': {
        if (leadsOut(node.url, page, content)) return;
        lean(node, 'link', node.url);
        replace(node, `[${node.label ?? node.identifier}]: /`);
        return;
      }
      case 'image': {
        if (/^https?:/i.test(node.url)) return;
        const file = fileAt(node.url, page);
        if (!/\.(?:png|jpe?g|svg|webp)$/i.test(file) || file.startsWith('..')) {
          lean(node, 'file', node.url);
          replace(node, '');
        } else files.push(file);
      }
    }
  });
  return { body: applied(page.body, edits), leanings, files };
}

function componentLeaning(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: Content,
): Omit<Leaning, 'offset'> | undefined {
  const { id = '', act = '', path = '', term = '' } = attributes;
  const leanings: Readonly<Record<string, Omit<Leaning, 'offset'> | undefined>> = {
    Page: isPublished(content.page(id), content) ? undefined : { kind: 'page', name: id },
    Term: content.glossaryEntry(id)?.audience === 'public' ? undefined : { kind: 'term', name: id },
    Quote: isPublished(content.page(act), content) ? undefined : { kind: 'act', name: act },
    Value:
      isPublicValue(path) && resolveProfilePath(content.agency, path) !== undefined
        ? undefined
        : { kind: 'value', name: path },
    Deadline:
      isTermName(term) && term !== 'internalReply' && content.agency.terms[term] !== undefined
        ? undefined
        : { kind: 'deadline', name: term },
  };
  return Object.hasOwn(leanings, name) ? leanings[name] : undefined;
}

/** Whether a link may stay: it leads to another site, into the page itself, or to what the public site shows. */
function leadsOut(url: string, page: Page, content: Content): boolean {
  if (/^(?:https?|mailto|tel):/i.test(url) || url.startsWith('#')) return true;
  const [path = ''] = url.split(/[?#]/);
  if (publicAddresses.some((address) => address === path)) return true;
  const target = path.startsWith('/')
    ? content.pageAt(path.replace(/\/$/, ''))
    : content.pages.find(({ file }) => file === fileAt(path, page));
  return isPublished(target, content);
}

function fileAt(path: string, page: Page): string {
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page.file), path);
}

function spanOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** What opens an element and what closes it are cut out; what stands between them stays. */
function unwrapped(node: Nodes & Parents): Edit[] {
  const { start, end } = spanOf(node);
  const first = node.children[0]?.position?.start.offset ?? end;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  return [
    { start, end: first, text: '' },
    { start: last, end, text: '' },
  ];
}

function applied(body: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) continue;
    text += body.slice(from, start) + put;
    from = end;
  }
  return text + body.slice(from);
}
