import type { DocumentNode } from '../template/document.ts';

/** The words of nodes, a line a block. */
export function plainText(nodes: readonly DocumentNode[]): string {
  return nodes
    .map(lineOf)
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

function lineOf(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const inline = node.content?.some(({ type }) => type === 'text' || type === 'variable') ?? false;
  return (node.content ?? []).map(lineOf).join(inline ? '' : '\n');
}
