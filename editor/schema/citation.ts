import { Mark } from '@tiptap/core';

/** Where words of a letter come from. */
export interface CitationAttributes {
  /** `id` of the page. */
  readonly page: string;
  /** The version of the page they were taken from. */
  readonly digest: string;
  /** Which piece of the page they are. */
  readonly piece: string;
}

const names = ['page', 'digest', 'piece'] as const;

/**
 * Words taken from a page of the knowledge base. They are text like any other, to be changed and to be left out; the mark
 * says where they come from, so that the draft can tell when the page says something else. What is typed behind them is the
 * writer's own.
 */
export const Citation = Mark.create({
  name: 'citation',
  inclusive: false,

  addAttributes() {
    return Object.fromEntries(
      names.map((name) => [
        name,
        {
          default: '',
          parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
          renderHTML: (attributes: Record<string, string>) => ({ [`data-${name}`]: attributes[name] }),
        },
      ]),
    );
  },

  parseHTML() {
    return [{ tag: 'span[data-page][data-digest]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, class: 'letter-citation' }, 0];
  },
});
