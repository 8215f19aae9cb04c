import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../types.ts';

/** A page as running text: offsets of the text are offsets of the file. */
export interface ReadMarkdown {
  readonly text: string;
  /** Words that the page explains by itself, in a `<Term>`. */
  readonly explained: readonly Span[];
}

/** The words of a Markdown or MDX page at their places; markup, front matter, code and quotations are blank. */
export function maskMarkdown(source: string): string {
  return readMarkdown(source).text;
}

/** The same, and what the page explains by itself. */
export function readMarkdown(source: string): ReadMarkdown {
  const page = new Page(source);
  page.visit(parseMarkdown(source).tree);
  return page.read();
}

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze();

/** A page may be MDX or Markdown; what is no valid MDX is read as Markdown. */
export function parseMarkdown(source: string): { tree: Root; isMdx: boolean } {
  try {
    return { tree: mdx.parse(source), isMdx: true };
  } catch {
    return { tree: markdown.parse(source), isMdx: false };
  }
}

/** Nodes that nobody reads as the author's own words. */
const skipped = new Set<string>([
  ...['yaml', 'code', 'html', 'definition', 'footnoteReference', 'image', 'imageReference'],
  ...['blockquote', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression'],
]);
const skippedComponents = new Set(['Quote', 'BadExample', 'GoodExample']);

/** Inline pieces that stand for something: a value, a term of time, a piece of code. */
const standIns = new Set(['Value', 'Deadline']);

/** Blocks of text: a paragraph of the linter each. */
const blocks = new Set<string>(['paragraph', 'heading', 'tableCell']);

const paragraphEnd = '\u2029';
const softHyphen = '\u00ad';

class Page {
  readonly #source: string;
  readonly #text: string[];
  readonly #explained: Span[] = [];

  constructor(source: string) {
    this.#source = source;
    // Line ends stay: lines keep their numbers.
    this.#text = Array.from({ length: source.length }, (_, index) => {
      const sign = source.charAt(index);
      return sign === '\n' || sign === '\r' ? sign : ' ';
    });
  }

  visit(node: Nodes): void {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || skipped.has(node.type)) return;
    if (node.type === 'text') this.#copy(start, end);
    else if (node.type === 'inlineCode') this.#standIn(start, end);
    else if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
      const name = node.name ?? '';
      if (skippedComponents.has(name)) return;
      if (standIns.has(name)) this.#standIn(start, end);
      const [first, last] = [node.children[0], node.children.at(-1)];
      if (name === 'Term') this.#explain(first?.position?.start.offset, last?.position?.end.offset);
      for (const child of node.children) this.visit(child);
    } else if ('children' in node) for (const child of node.children) this.visit(child);
    if (blocks.has(node.type)) this.#close(start, end);
  }

  read(): ReadMarkdown {
    return { text: this.#text.join(''), explained: this.#explained };
  }

  /** Words of the author: character references and backslashes are blank. */
  #copy(start: number, end: number): void {
    for (let index = start; index < end; index++) this.#text[index] = this.#source.charAt(index);
    const own = this.#source.slice(start, end);
    for (const { index, 0: found } of own.matchAll(/&(?:[a-z]\w*|#\w+);|\\(?=[!-/:-@[-`{-~])/gi)) {
      this.#text.fill(' ', start + index, start + index + found.length);
    }
  }

  #standIn(start: number, end: number): void {
    this.#text.fill('0', start, end);
  }

  #explain(start: number | undefined, end: number | undefined): void {
    if (start !== undefined && end !== undefined) this.#explained.push({ start, end });
  }

  /** Ends a block, and joins words that markup divides. */
  #close(start: number, end: number): void {
    if (end < this.#text.length) this.#text[end] = paragraphEnd;
    for (let index = start; index < end; index++) {
      if (this.#text[index] !== ' ' || this.#source.charAt(index) === ' ') continue;
      let next = index;
      while (next < end && this.#text[next] === ' ' && !/\s/.test(this.#source.charAt(next))) next++;
      const divides = isLetter(this.#text[index - 1]) && isLetter(this.#text[next]);
      if (divides) this.#text.fill(softHyphen, index, next);
      index = next;
    }
  }
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /\p{L}/u.test(sign);
}
