import type { BlockContent, DefinitionContent, List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Agency, Variable } from '#knowledge';
import type { DocumentNode } from './document.ts';
import { inlineNodes } from './phrasing.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** What is needed of the page of a template. */
export interface TemplateText {
  readonly body: string;
  readonly data: { readonly variables: readonly Variable[] };
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Turns the MDX of a template into the document of a letter. Notes and warnings in a template speak to the writer, not to
 * the client: they stay behind. What the letter ends with becomes the signature.
 */
export function templateToDocument(template: TemplateText, agency: Agency): DocumentNode {
  const blocks = blocksOfMdx(template.body, agency);
  const persons = new Set(
    template.data.variables.filter(({ type }) => type === 'person').map(({ name }) => name),
  );
  const content = withSignature(blocks, persons);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** The blocks of any page as those of a letter. */
export function blocksOfMdx(body: string, agency: Agency): DocumentNode[] {
  const root: Root = parser.parse(body);
  return blocksOf(root.children, agency);
}

function convertBlock(block: Block, agency: Agency): DocumentNode[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block.children, agency);
    case 'heading':
      return [textBlock('heading', block.children, agency, { level: block.depth <= 2 ? 2 : 3 })];
    case 'blockquote':
      return [parent('blockquote', blocksOf(block.children, agency))];
    case 'list':
      return [listOf(block, agency)];
    case 'table':
      return [tableOf(block, agency)];
    case 'mdxJsxFlowElement':
      return component(block.name, block.children, agency);
    default:
      return [];
  }
}

/** A component alone on its line stands in a paragraph; what it leaves behind is no empty paragraph of the letter. */
function paragraphOf(children: readonly PhrasingContent[], agency: Agency): DocumentNode[] {
  const paragraph = textBlock('paragraph', children, agency);
  if (paragraph.content === undefined) return [];
  const [only, ...others] = children;
  const isQuote = only?.type === 'mdxJsxTextElement' && only.name === 'Quote' && others.length === 0;
  return isQuote ? [parent('blockquote', [paragraph])] : [paragraph];
}

function blocksOf(blocks: readonly Block[], agency: Agency): DocumentNode[] {
  return blocks.flatMap((block) => convertBlock(block, agency));
}

function component(name: string | null, children: readonly Block[], agency: Agency): DocumentNode[] {
  if (name === 'Quote') return [parent('blockquote', blocksOf(children, agency))];
  return [];
}

/** A block needs at least one block inside. */
function parent(type: string, content: readonly DocumentNode[]): DocumentNode {
  return { type, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function textBlock(
  type: string,
  children: readonly PhrasingContent[],
  agency: Agency,
  attrs?: DocumentNode['attrs'],
): DocumentNode {
  const content = inlineNodes(children, agency);
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

function listOf(list: List, agency: Agency): DocumentNode {
  const items = list.children.map((item): DocumentNode => {
    const blocks = blocksOf(item.children, agency);
    const startsWithText = blocks[0]?.type === 'paragraph';
    return { type: 'listItem', content: startsWithText ? blocks : [{ type: 'paragraph' }, ...blocks] };
  });
  if (!list.ordered) return { type: 'bulletList', content: items };
  return { type: 'orderedList', attrs: { start: list.start ?? 1 }, content: items };
}

function tableOf(table: Table, agency: Agency): DocumentNode {
  const rows = table.children.map((row, index): DocumentNode => {
    const type = index === 0 ? 'tableHeader' : 'tableCell';
    const cells = row.children.map((cell) => parent(type, [textBlock('paragraph', cell.children, agency)]));
    return { type: 'tableRow', content: cells };
  });
  return { type: 'table', content: rows };
}

/** The last paragraphs, from «С уважением» or from the one that begins with the person who signs. */
function withSignature(blocks: readonly DocumentNode[], persons: ReadonlySet<string>): DocumentNode[] {
  const paragraphsFrom = blocks.findLastIndex((block) => block.type !== 'paragraph') + 1;
  const start = blocks.findIndex(
    (block, index) => index >= paragraphsFrom && beginsSignature(block, persons),
  );
  if (start < 0) return [...blocks];
  return [...blocks.slice(0, start), { type: 'signature', content: blocks.slice(start) }];
}

function beginsSignature(block: DocumentNode, persons: ReadonlySet<string>): boolean {
  const first = block.content?.[0];
  if (first?.type === 'variable') return persons.has(String(first.attrs?.name));
  return first?.text?.startsWith('С уважением') ?? false;
}
