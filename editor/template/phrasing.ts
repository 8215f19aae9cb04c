import type { PhrasingContent } from 'mdast';
import type { Agency } from '#knowledge';
import { parseVariables, termInWords, type VariablePart } from '#knowledge';
import { isAllowedLink } from '../schema/extensions.ts';
import type { DocumentMark, DocumentNode } from './document.ts';

/** A run of text with its marks, or one node that is not text and has a placeholder in the text. */
interface Run {
  readonly text: string;
  readonly marks: readonly DocumentMark[];
  /** Undefined for text. */
  readonly node?: DocumentNode;
}

/** A run that knows where it stands in the paragraph's text. */
interface Piece extends Run {
  readonly start: number;
  readonly end: number;
}

const profilePrefix = 'профиль: ';

/** What a value of the profile is called as a variable: `<Value path="line.phone" />`. */
function profileVariable(path: string): string {
  return profilePrefix + path;
}

/** The path of the profile behind such a name; undefined for the name of any other variable. */
export function profilePath(name: string): string | undefined {
  return name.startsWith(profilePrefix) ? name.slice(profilePrefix.length) : undefined;
}

/**
 * Turns the inline content of one block into inline nodes of a letter. Variables are looked for in the text of the whole
 * block, because text under a flag may hold bold words and links.
 */
export function inlineNodes(children: readonly PhrasingContent[], agency: Agency): DocumentNode[] {
  let length = 0;
  const pieces = children
    .flatMap((child) => runsOf(child, [], agency))
    .map((run): Piece => {
      length += run.text.length;
      return { ...run, start: length - run.text.length, end: length };
    });
  return nodesOf(parseVariables(pieces.map(({ text }) => text).join('')).parts, pieces);
}

/** Stands in the text for a node that is not text. */
const placeholder = '\uFFFC';

function runsOf(node: PhrasingContent, marks: readonly DocumentMark[], agency: Agency): Run[] {
  const within = (children: readonly PhrasingContent[], more: readonly DocumentMark[]) =>
    children.flatMap((child) => runsOf(child, [...marks, ...more], agency));
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value.replaceAll(/[ \t]*\n[ \t]*/g, ' '), marks }];
    case 'break':
      return [{ text: placeholder, marks: [], node: { type: 'hardBreak' } }];
    case 'strong':
      return within(node.children, [{ type: 'bold' }]);
    case 'emphasis':
      return within(node.children, [{ type: 'italic' }]);
    case 'link':
      return within(node.children, linkMarks(node.url));
    case 'delete':
      return within(node.children, []);
    case 'mdxJsxTextElement':
      return component(node, marks, agency);
    default:
      return [];
  }
}

/** A link of the knowledge base leads nowhere in a client's letter: only its words stay. */
function linkMarks(url: string): DocumentMark[] {
  return isAllowedLink(url) ? [{ type: 'link', attrs: { href: url } }] : [];
}

function component(
  node: Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>,
  marks: readonly DocumentMark[],
  agency: Agency,
): Run[] {
  switch (node.name) {
    case 'Value':
      return [{ text: placeholder, marks: [], node: variableNode(profileVariable(attribute(node, 'path'))) }];
    case 'Deadline':
      return [{ text: deadlineWords(attribute(node, 'term'), agency), marks }];
    case 'Term':
    case 'Page':
    case 'Quote':
      return node.children.flatMap((child) => runsOf(child, marks, agency));
    default:
      return [];
  }
}

/** The value of an attribute of a component; empty when it is not plain text. */
export function attribute(
  node: { readonly attributes: readonly { type: string; name?: string; value?: unknown }[] },
  name: string,
): string {
  const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

function deadlineWords(name: string, agency: Agency): string {
  const term = Object.entries(agency.terms).find(([key]) => key === name)?.[1];
  return term === undefined ? '' : termInWords(term);
}

function variableNode(name: string): DocumentNode {
  return { type: 'variable', attrs: { name } };
}

function nodesOf(parts: readonly VariablePart[], pieces: readonly Piece[]): DocumentNode[] {
  return parts.flatMap((part): DocumentNode[] => {
    if (part.kind === 'text') return slice(pieces, part.start, part.end);
    if (part.kind === 'variable') return [variableNode(part.name)];
    const content = nodesOf(part.parts, pieces);
    return [{ type: 'condition', attrs: { flag: part.name }, ...(content.length > 0 ? { content } : {}) }];
  });
}

function slice(pieces: readonly Piece[], start: number, end: number): DocumentNode[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece): DocumentNode => {
      if (piece.node !== undefined) return piece.node;
      const text = piece.text.slice(
        Math.max(0, start - piece.start),
        Math.min(piece.text.length, end - piece.start),
      );
      return piece.marks.length > 0
        ? { type: 'text', text, marks: [...piece.marks] }
        : { type: 'text', text };
    });
}
