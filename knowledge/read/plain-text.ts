import type { Node, Nodes } from 'mdast';

/** How components that stand for a value are said in plain text. */
export type SayComponent = (name: string, attributes: Readonly<Record<string, string>>) => string;

const blocks = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'code',
  'mdxJsxFlowElement',
]);

/** The text of a piece of a page as a reader sees it: no markup, one line a block. */
export function plainText(nodes: readonly Node[], say: SayComponent): string {
  const lines: string[] = [''];
  const write = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const walk = (node: Nodes): void => {
    if (blocks.has(node.type)) lines.push('');
    switch (node.type) {
      case 'text':
        write(node.value.replaceAll(/\s*\n\s*/g, ' '));
        break;
      case 'inlineCode':
      case 'code':
        write(node.value);
        break;
      case 'break':
        write(' ');
        break;
      case 'image':
        write(node.alt ?? '');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        write(say(node.name ?? '', attributesOf(node.attributes)));
        node.children.forEach(walk);
        break;
      default:
        if ('children' in node) node.children.forEach(walk);
    }
    if (node.type === 'tableCell') write(' ');
    if (blocks.has(node.type)) lines.push('');
  };
  for (const node of nodes) walk(node as Nodes);
  return lines
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The plain attributes of a component; expressions and spreads are left out (they are errors, reported elsewhere). */
export function attributesOf(
  attributes: readonly { type: string; name?: string; value?: unknown }[],
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const { type, name, value } of attributes)
    if (type === 'mdxJsxAttribute' && name !== undefined && typeof value === 'string') plain[name] = value;
  return plain;
}
