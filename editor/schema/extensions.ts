import type { Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Citation } from './citation.ts';
import { Condition } from './condition.ts';
import { Signature } from './signature.ts';
import { Deletion, Insertion, SuggestedNodes } from './suggestion.ts';
import { Variable } from './variable.ts';

/** Protocols a link in a letter may have. */
const linkProtocols = ['https', 'http', 'mailto', 'tel'] as const;

/** Whether an address may stand in a letter: absolute, and of a protocol that runs nothing. */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return linkProtocols.some((allowed) => protocol === `${allowed}:`);
}

/**
 * The nodes and marks of a letter, the same on the server and in the browser. Undo is left to Yjs; a trailing empty
 * paragraph is not added, because opening a letter must not change it.
 *
 * @param own replacements of the three nodes that the browser draws itself
 */
export function letterExtensions(
  own: { variable?: typeof Variable; condition?: typeof Condition } = {},
): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      horizontalRule: false,
      undoRedo: false,
      trailingNode: false,
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        protocols: [...linkProtocols],
        isAllowedUri: (address) => isAllowedLink(address),
        HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    own.variable ?? Variable,
    own.condition ?? Condition,
    Signature,
    Citation,
    Insertion,
    Deletion,
    SuggestedNodes,
  ];
}
