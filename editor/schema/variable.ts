import { mergeAttributes, Node } from '@tiptap/core';

/**
 * A variable of a letter: an inline atom that holds its name and nothing else. The value lives once for the whole letter
 * in the shared map of variables, so that filling it in changes every place and two writers cannot make them differ.
 */
export const Variable = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return {
      name: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-variable') ?? '',
        renderHTML: ({ name }) => ({ 'data-variable': name }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-variable]' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), `((${node.attrs.name}))`];
  },

  renderText({ node }) {
    return `((${node.attrs.name}))`;
  },
});
