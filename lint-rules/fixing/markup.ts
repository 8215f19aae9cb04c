import type { Nodes } from 'mdast';
import { parseMarkdown } from '../markdown/mask.ts';

/** Whether two versions of a page differ in nothing but words: same markup, same links, same code, still readable. */
export function sameMarkup(before: string, after: string): boolean {
  return shapeOf(before) === shapeOf(after);
}

function shapeOf(source: string): string {
  const { tree, isMdx } = parseMarkdown(source);
  return JSON.stringify([isMdx, shape(tree)], (key, value: unknown) =>
    key === 'position' || key === 'data' ? undefined : value,
  );
}

/** The tree without its words; pieces of running text count as one, front matter is for others to check. */
function shape(node: Nodes): unknown {
  if (node.type === 'text' || node.type === 'yaml') return node.type;
  if (!('children' in node)) return node;
  const children = node.children
    .map(shape)
    .filter((child, index, all) => child !== 'text' || all[index - 1] !== 'text');
  return { ...node, children };
}
