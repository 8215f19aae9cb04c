import type { ElementContent, Root as HastRoot } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Parents, Root } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import { attributesOf, parseMdx } from '#knowledge';
import { remarkAbbreviations } from '../remark/abbreviations.ts';
import { remarkHeadingAnchors } from '../remark/headings.ts';
import { remarkBindSpaces } from '../remark/spaces.ts';
import { rehypeTables } from '../remark/tables.ts';
import { remarkVariables } from '../remark/variables.ts';
import { drawComponents, type Surroundings } from './components.ts';

/**
 * The body of a page as elements, read by the same plugins as the built site and never run as a program: expressions and imports
 * are left out, components are drawn from a table.
 *
 * @returns what could be read; nothing when the markup cannot be parsed
 */
export async function bodyElements(body: string, around: Surroundings): Promise<ElementContent[]> {
  const { tree } = parseMdx(body);
  if (tree === undefined) return [];
  unravel(tree);
  remarkHeadingAnchors()(tree);
  remarkVariables()(tree);
  await remarkAbbreviations({ glossary: async () => around.content.glossary })(tree);
  remarkBindSpaces()(tree);
  const draw = drawComponents(around);
  const component = (state: State, node: Nodes) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
    const children = state.all(node);
    return draw(node.name ?? '', attributesOf(node.attributes), children);
  };
  const nothing = () => undefined;
  const root = toHast(tree, {
    handlers: {
      mdxJsxFlowElement: component,
      mdxJsxTextElement: component,
      mdxFlowExpression: nothing,
      mdxTextExpression: nothing,
      mdxjsEsm: nothing,
    },
  }) as HastRoot;
  rehypeTables()(root);
  return root.children.filter((child) => child.type === 'element' || child.type === 'text');
}

/** A paragraph of nothing but components is none: MDX reads `<Note>…</Note>` on a line of its own as a block. */
function unravel(parent: Parents | Root): void {
  const children = parent.children as Nodes[];
  for (let index = 0; index < children.length; index++) {
    const node = children[index];
    if (node === undefined) continue;
    if (node.type === 'paragraph' && isComponentsOnly(node.children)) {
      const inner = node.children.filter(({ type }) => type !== 'text');
      children.splice(index, 1, ...inner.map((child) => ({ ...child, type: 'mdxJsxFlowElement' }) as Nodes));
      index--;
      continue;
    }
    if ('children' in node) unravel(node);
  }
}

function isComponentsOnly(children: readonly Nodes[]): boolean {
  const isComponent = ({ type }: Nodes) => type === 'mdxJsxTextElement';
  return (
    children.some(isComponent) &&
    children.every((child) => isComponent(child) || (child.type === 'text' && /^\s*$/.test(child.value)))
  );
}

const common = ['className', 'id', 'role', 'ariaLabelledBy', 'ariaDescribedBy', 'dataExpansion'];

/** What may stand in a preview: the elements of pages, classes and labels that only our own drawing can set, links that lead somewhere. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'aside', 'figure', 'figcaption'],
  // A list of its own for an element would take the place of the common one; no page can set a class itself.
  attributes: {
    '*': common,
    a: ['href', 'title', ...common],
    img: ['src', 'alt', 'title'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
    ],
    ol: ['start', ...common],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
};

/** Elements as HTML that is safe to put into a page: whatever is not known to be harmless is left out. */
export function safeHtml(children: readonly ElementContent[]): string {
  return toHtml(sanitize({ type: 'root', children: [...children] }, schema));
}
