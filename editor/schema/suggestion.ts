import { Extension, Mark } from '@tiptap/core';

/** Who suggests a change, and since when. */
export interface Suggester {
  readonly author: string;
  /** The minute it was begun, as an instant. */
  readonly at: string;
}

/** The end of a paragraph that is suggested: a character, because Yjs merges characters and doubles split paragraphs. */
export const suggestedBreak = '\u2029';

/** A suggestion as the attribute of a node: text, because Yjs tells objects apart that say the same. */
export function suggesterToText({ author, at }: Suggester): string {
  return JSON.stringify({ author, at });
}

/** Reads the attribute of a node or of a mark; undefined when nothing is suggested. */
export function readSuggester(value: unknown): Suggester | undefined {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { author, at }: { author?: unknown; at?: unknown } = parsed;
  return typeof author === 'string' && typeof at === 'string' ? { author, at } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function suggestionMark(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
  return Mark.create({
    name,
    // What is typed at its end by somebody else is a text of its own.
    inclusive: false,
    // Suggestions of two people can stand on the same words. The binding then keeps each under a key of its own in Yjs; under
    // one key, the end of one person's suggestion could end that of another after a merge.
    excludes: '',
    addAttributes() {
      return {
        author: { default: '', renderHTML: ({ author }) => ({ 'data-author': author }) },
        at: { default: '', renderHTML: () => ({}) },
      };
    },
    // Nothing that is pasted becomes a suggestion by itself.
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, class: 'suggested' }, 0],
  });
}

/** Text that somebody suggests to put in. */
export const Insertion = suggestionMark('insertion', 'ins');

/** Text that somebody suggests to take out. */
export const Deletion = suggestionMark('deletion', 'del');

const suggestedAttribute = { default: null, rendered: false } as const;

/**
 * The same for what is no text: Yjs keeps no marks on nodes, so there they are attributes. `joined` suggests that a
 * paragraph goes on in the one before it.
 */
export const SuggestedNodes = Extension.create({
  name: 'suggestedNodes',
  addGlobalAttributes() {
    return [
      {
        types: ['variable', 'condition', 'hardBreak'],
        attributes: { insertion: suggestedAttribute, deletion: suggestedAttribute },
      },
      {
        types: ['paragraph', 'heading'],
        attributes: { joined: { ...suggestedAttribute, keepOnSplit: false } },
      },
    ];
  },
});
