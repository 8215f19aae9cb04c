import type { Node, ResolvedPos } from '@tiptap/pm/model';

/** The paragraph, heading or cell text before a position that a paragraph there can go on in: in the same cell, if any. */
export function previousTextblock(
  document: Node,
  position: number,
): { readonly position: number; readonly end: number } | undefined {
  let found: { position: number; end: number } | undefined;
  document.nodesBetween(0, Math.max(0, position), (node, at) => {
    if (!node.isTextblock) return true;
    if (at < position) found = { position: at, end: at + node.nodeSize - 1 };
    return false;
  });
  if (found === undefined) return undefined;
  return cellOf(document.resolve(found.end)) === cellOf(document.resolve(position)) ? found : undefined;
}

/** Where the cell of a position begins; undefined outside of tables. */
function cellOf(place: ResolvedPos): number | undefined {
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const { name } = place.node(depth).type;
    if (name === 'tableCell' || name === 'tableHeader') return place.before(depth);
  }
  return undefined;
}
