import { mergeAttributes, Node } from '@tiptap/core';

/**
 * Text under a flag, `((flag??text))`: a part of the letter while the flag is on, no part of it while it is off. A node
 * and not a mark, because Yjs keeps no marks on the variables inside.
 */
export const Condition = Node.create({
  name: 'condition',
  group: 'inline',
  inline: true,
  content: '(text | variable | hardBreak)*',
  defining: true,

  addAttributes() {
    return {
      flag: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-flag') ?? '',
        renderHTML: ({ flag }) => ({ 'data-flag': flag }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-flag]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },
});
