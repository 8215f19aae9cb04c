import type { Node } from '@tiptap/pm/model';
import { blocksOf, type Values } from '../text/blocks.ts';

/**
 * The paragraphs of a letter as a comparison shows them: as if every suggestion were accepted, with the names of variables
 * that nobody has filled in.
 */
export function comparedTexts(
  document: Node,
  textOf: (name: string) => string | undefined,
  flags: Pick<Values, 'valueOf'>,
): string[] {
  const values = {
    version: 0,
    valueOf: (name: string) => flags.valueOf(name),
    textOf: (name: string) => textOf(name) ?? `((${name}))`,
  };
  return blocksOf(document, values)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
}
