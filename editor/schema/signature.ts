import { Node } from '@tiptap/core';

/** The signature of a letter. A node of its own: it is laid out as one block, and later locked by the approver. */
export const Signature = Node.create({
  name: 'signature',
  group: 'block',
  content: 'paragraph+',
  defining: true,

  parseHTML() {
    return [{ tag: 'footer[data-signature]' }];
  },

  renderHTML() {
    return ['footer', { 'data-signature': '' }, 0];
  },
});
