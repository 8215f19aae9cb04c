import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Lets no change of one's own into a locked letter, whichever button makes it; what comes from the server stays. */
export function lockedPlugin(isLocked: () => boolean): Plugin {
  return new Plugin({
    filterTransaction: (transaction) =>
      !transaction.docChanged || !isLocked() || transaction.getMeta(ySyncPluginKey) !== undefined,
  });
}
