import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';

/** Where the files of the preview lie, as seen from one of its pages. */
export interface PreviewPlace {
  /** How the page gets to the root of the preview: `../../`. */
  readonly root: string;
  /** Addresses of the pages that the preview has. */
  readonly pages: ReadonlySet<string>;
}

/** What belongs to a running server: programs, the search, what only hurries a browser along. */
const needsServer = (node: Element) =>
  ['script', 'search', 'noscript'].includes(node.tagName) ||
  (node.tagName === 'link' && String(node.properties.rel) === 'preload');

/**
 * A built page of the site as a file that opens without a server: styles by relative addresses, links to pages of the preview kept and
 * all others made plain text, no programs.
 */
export function previewPage(html: string, place: PreviewPlace, note: readonly ElementContent[]): string {
  const tree = fromHtml(html);
  visit(tree, 'element', (node, index, parent) => {
    if (parent && index !== undefined && needsServer(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    for (const name of ['href', 'src'] as const) {
      const address = node.properties[name];
      if (typeof address !== 'string' || !address.startsWith('/')) continue;
      const found = node.tagName === 'a' ? pageAt(address, place) : `${place.root}${address.slice(1)}`;
      if (found === undefined) Reflect.deleteProperty(node.properties, name);
      else node.properties[name] = found;
    }
    return undefined;
  });
  const main = elementOf(tree, 'main');
  main?.children.unshift(...note);
  return toHtml(tree);
}

/** A page of our own in the clothes of a built one. */
export function dressed(html: string, title: string, content: readonly ElementContent[]): string {
  const tree = fromHtml(previewPage(html, { root: '', pages: new Set() }, []));
  const [head, main] = [elementOf(tree, 'title'), elementOf(tree, 'main')];
  if (head) head.children = [{ type: 'text', value: title }];
  if (main) main.children = [...content];
  return toHtml(tree);
}

/** Files that a page needs: addresses from the root of the site, without it. */
export function neededFiles(html: string): string[] {
  const files: string[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    const address = tagName === 'link' ? properties.href : tagName === 'img' ? properties.src : undefined;
    if (typeof address === 'string' && address.startsWith('/')) files.push(address.slice(1));
  });
  return files;
}

/** An element of HTML. */
export function element(
  tagName: string,
  children: readonly (ElementContent | string)[],
  properties: Element['properties'] = {},
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** The frame that pages of lists have on the site. */
export function framed(children: readonly ElementContent[]): ElementContent {
  return element('div', [element('div', children, { className: ['overview'] })], {
    className: ['page', 'wide'],
  });
}

function pageAt(address: string, { root, pages }: PreviewPlace): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)([\s\S]*)$/.exec(address) ?? [];
  if (!pages.has(path)) return undefined;
  return `${root}${path.slice(1)}/index.html${rest.replace(/^\?[^#]*/, '')}`;
}

function elementOf(tree: Root, name: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName === name) found ??= node;
  });
  return found;
}
