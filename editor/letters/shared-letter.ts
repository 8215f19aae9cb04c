import type { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { letterSchema } from '../schema/schema.ts';
import { letterField } from '../schema/version.ts';

/** The letter that a shared document holds. */
export function letterOf(document: Y.Doc): Node {
  return yXmlFragmentToProseMirrorRootNode(document.getXmlFragment(letterField), letterSchema);
}
