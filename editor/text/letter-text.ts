import type { Node } from '@tiptap/pm/model';
import { blocksOf, textOf, type Values } from './blocks.ts';

/** A letter as plain text. */
export interface LetterText {
  readonly text: string;
  /** Variables and flags that stand in the letter. */
  readonly names: readonly string[];
  /** Variables and flags of the letter that nobody has filled in, in order: while there are any it is not sent. */
  readonly unfilled: readonly string[];
}

/** Which variables stand in a letter, and which of them nobody has filled in; much cheaper than its text. */
export function letterVariables(document: Node, values: Values): Pick<LetterText, 'names' | 'unfilled'> {
  const own = blocksOf(document, values);
  return {
    names: [...new Set(own.flatMap((block) => block.names))],
    unfilled: [...new Set(own.flatMap((block) => block.unfilled))],
  };
}

/** Writes a letter as plain text: blocks apart by an empty line, items and rows on lines of their own. */
export function letterText(document: Node, values: Values): LetterText {
  const text = blocks(document, values)
    .filter((block) => block !== '')
    .join('\n\n');
  return { text, ...letterVariables(document, values) };
}

function blocks(parent: Node, values: Values): string[] {
  return children(parent).map((child) => blockText(child, values));
}

function blockText(node: Node, values: Values): string {
  if (node.isTextblock) return tidied(node, values);
  switch (node.type.name) {
    case 'bulletList':
      return children(node)
        .map((item) => indented(item, '– ', values))
        .join('\n');
    case 'orderedList':
      return children(node)
        .map((item, index) => indented(item, `${Number(node.attrs.start ?? 1) + index}. `, values))
        .join('\n');
    case 'table':
      return children(node)
        .map((row) => rowText(row, values))
        .join('\n');
    case 'signature':
      return blocks(node, values)
        .filter((block) => block !== '')
        .join('\n');
    default:
      return blocks(node, values)
        .filter((block) => block !== '')
        .join('\n\n');
  }
}

function indented(item: Node, mark: string, values: Values): string {
  const text = blocks(item, values)
    .filter((block) => block !== '')
    .join('\n');
  return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

function rowText(row: Node, values: Values): string {
  return children(row)
    .map((cell) => blocks(cell, values).join(' ').replaceAll('\n', ' '))
    .join('\t');
}

/** The text of one block; text that a flag has switched off leaves no double space and no space before a mark. */
function tidied(node: Node, values: Values): string {
  const { text } = textOf(node, values);
  return hasSwitchedOff(node, values) ? text.replaceAll(/ {2,}/g, ' ').replaceAll(/^ +| +$/gm, '') : text;
}

function hasSwitchedOff(node: Node, values: Values): boolean {
  return children(node).some(
    (child) => child.type.name === 'condition' && values.valueOf(child.attrs.flag) !== true,
  );
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  node.forEach((child) => {
    found.push(child);
  });
  return found;
}
