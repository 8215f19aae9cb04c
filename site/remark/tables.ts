import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * A rehype plugin: a table stands in a box that scrolls on narrow screens, and the alignment of its cells is a class:
 * MDX would make a `style` of it, which the content security policy forbids.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
      if (node.tagName !== 'table' || parent === undefined || index === undefined || isBox(parent)) return;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'] },
        children: [node],
      };
      return [SKIP, index];
    });
  };
}

function alignByClass({ properties }: Element): void {
  const { align } = properties;
  delete properties.align;
  if (align === 'center' || align === 'right') properties.className = [`align-${align}`];
}

function isBox(node: object): boolean {
  return (
    'properties' in node &&
    typeof node.properties === 'object' &&
    node.properties !== null &&
    'className' in node.properties &&
    Array.isArray(node.properties.className) &&
    node.properties.className.includes('table')
  );
}
