import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping, StepMap } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * How positions move through a transaction. An edit that came from Yjs replaces the whole document, which says nothing
 * about positions: there the two documents are compared.
 */
export function mappingOf(transaction: Transaction): Mapping {
  const sync: unknown = transaction.getMeta(ySyncPluginKey);
  const isRemote =
    typeof sync === 'object' && sync !== null && 'isChangeOrigin' in sync && sync.isChangeOrigin;
  return isRemote ? differenceMapping(transaction.before, transaction.doc) : transaction.mapping;
}

/** The mapping of the one change between two documents. */
export function differenceMapping(before: Node, after: Node): Mapping {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return new Mapping();
  // The same letter inserted twice can be found from both sides: the ends must not lie before the start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return new Mapping([new StepMap([start, end.a + overlap - start, end.b + overlap - start])]);
}
