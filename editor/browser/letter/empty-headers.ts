import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<DecorationSet>('emptyHeaders');

/** Says aloud that the head of a column is still empty: a head without text names no column to who cannot see it. */
export const EmptyHeaders = Extension.create({
  name: 'emptyHeaders',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => spokenHeaders(doc),
        apply: ({ docChanged, doc }, before) => (docChanged ? spokenHeaders(doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function spokenHeaders(document: Node): DecorationSet {
  const spoken: Decoration[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'tableHeader' && isEmpty(node))
      spoken.push(
        Decoration.widget(position + 1, words, { side: -1, key: 'empty-header', ignoreSelection: true }),
      );
    return !node.isTextblock && node.type.name !== 'tableHeader';
  });
  return DecorationSet.create(document, spoken);
}

function isEmpty(header: Node): boolean {
  return header.childCount === 1 && header.firstChild?.content.size === 0;
}

function words(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'visually-hidden';
  element.textContent = 'Столбец без названия';
  return element;
}
