import GithubSlugger from 'github-slugger';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString as headingText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ComponentUse, LinkUse, Section } from '../content.ts';
import type { Position } from '../problem.ts';
import type { PageKind } from '../schema/page.ts';
import { declarativeErrors } from './declarative.ts';
import { type MarkupError, parseMdx } from './parse-mdx.ts';
import { attributesOf, plainText, type SayComponent } from './plain-text.ts';

export interface BodyReading {
  readonly sections: Section[];
  readonly components: ComponentUse[];
  readonly links: LinkUse[];
  readonly errors: (MarkupError & Position)[];
  /** Undefined when the body cannot be parsed at all. */
  readonly tree: Root | undefined;
}

export interface BodyContext {
  readonly kind: PageKind;
  /** The line of the file that the body begins on. */
  readonly bodyLine: number;
  /** Titles of the steps of a script, by id: each `<Step>` makes a section of its own. */
  readonly steps: ReadonlyMap<string, string>;
  readonly say: SayComponent;
}

/** Reads the body of a page: its sections as plain text, the components and links it uses, and what is wrong with it. */
export function readBody(body: string, context: BodyContext): BodyReading {
  const place = positionsOf(body, context.bodyLine);
  const { tree, errors } = parseMdx(body);
  const all = tree ? [...errors, ...declarativeErrors(tree, context.kind)] : errors;
  return {
    sections: tree ? sectionsOf(tree, context) : [],
    components: tree ? componentsOf(tree, body, place, context.say) : [],
    links: tree ? linksOf(tree, place) : [],
    errors: all.map((error) => ({ ...error, ...place(error.offset) })),
    tree,
  };
}

/** Turns offsets in the body into places in the file. */
function positionsOf(body: string, bodyLine: number): (offset: number) => Position {
  const starts = [0];
  for (let index = body.indexOf('\n'); index >= 0; index = body.indexOf('\n', index + 1))
    starts.push(index + 1);
  return (offset) => {
    let line = starts.findLastIndex((start) => start <= offset);
    if (line < 0) line = 0;
    return { line: line + bodyLine, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** Splits a page at its headings; the text before the first one is a section without heading. */
function sectionsOf(tree: Root, { bodyLine, steps, say }: BodyContext): Section[] {
  const slugs = headingSlugs(tree);
  const sections: Section[] = [];
  let head = { heading: undefined as string | undefined, slug: '', depth: 0, line: bodyLine };
  let nodes: RootContent[] = [];
  const close = () => {
    const text = plainText(nodes, say);
    if (text !== '' || head.heading !== undefined) sections.push({ ...head, text });
    nodes = [];
  };
  for (const node of tree.children) {
    const line = (node.position?.start.line ?? 1) + bodyLine - 1;
    if (node.type === 'heading') {
      close();
      head = { heading: plainText(node.children, say), slug: slugs.get(node) ?? '', depth: node.depth, line };
      continue;
    }
    const step = stepOf(node, steps);
    if (step) {
      close();
      head = { heading: step.title, slug: step.id, depth: 2, line };
    }
    nodes.push(node);
  }
  close();
  return sections;
}

function stepOf(node: RootContent, steps: ReadonlyMap<string, string>) {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Step') return undefined;
  const { id = '' } = attributesOf(node.attributes);
  const title = steps.get(id);
  return title === undefined ? undefined : { id, title };
}

/** Anchors of headings, made the way Astro makes them (github-slugger over all headings in order), so that links hold. */
function headingSlugs(tree: Root): Map<Nodes, string> {
  const slugger = new GithubSlugger();
  const slugs = new Map<Nodes, string>();
  visit(tree, 'heading', (heading) => {
    slugs.set(heading, slugger.slug(headingText(heading)));
  });
  return slugs;
}

function componentsOf(
  tree: Root,
  body: string,
  place: (offset: number) => Position,
  say: SayComponent,
): ComponentUse[] {
  const uses: ComponentUse[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const start = node.position?.start.offset ?? 0;
    const first = node.children[0]?.position?.start.offset ?? start;
    const last = node.children.at(-1)?.position?.end.offset ?? first;
    uses.push({
      name: node.name ?? '',
      attributes: attributesOf(node.attributes),
      ...place(start),
      start,
      end: node.position?.end.offset ?? start,
      source: body.slice(first, last),
      text: plainText(node.children, say),
    });
  });
  return uses;
}

function linksOf(tree: Root, place: (offset: number) => Position): LinkUse[] {
  const links: LinkUse[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    links.push({ url: node.url, image: node.type === 'image', ...place(node.position?.start.offset ?? 0) });
  });
  return links;
}
