import type { PageKind } from './schema/page.ts';

/** What a component of a content page may carry. */
export interface ComponentRule {
  /** Every attribute is needed unless named in `optional`; all are plain text in quotes. */
  readonly attributes: readonly string[];
  readonly optional: readonly string[];
  /** Whether it stands around text or alone: `<Note>…</Note>`, `<Value path="…" />`. */
  readonly content: 'text' | 'none';
  /** The kinds of pages it may stand on; everywhere when left out. */
  readonly kinds?: readonly PageKind[];
}

/** The whole list of components that content pages may use: pages are declarative, everything else is an error. */
export const allowedComponents: Readonly<Record<string, ComponentRule>> = {
  /** The words of a step of a call script. */
  Step: { attributes: ['id'], optional: [], content: 'text', kinds: ['script'] },
  /** A remark beside the text. */
  Note: { attributes: [], optional: [], content: 'text' },
  /** What must not be overlooked. */
  Warning: { attributes: [], optional: [], content: 'text' },
  /** The exact words of an act. */
  Quote: { attributes: ['act'], optional: ['clause'], content: 'text' },
  /** Text shown as an example of how not to write; the linter skips it. */
  BadExample: { attributes: [], optional: [], content: 'text' },
  /** Text shown as an example of how to write; the linter skips it. */
  GoodExample: { attributes: [], optional: [], content: 'text' },
  /** A word with its explanation from the glossary. */
  Term: { attributes: ['id'], optional: [], content: 'text' },
  /** A link to a page by its id: survives moves. */
  Page: { attributes: ['id'], optional: [], content: 'text' },
  /** A value of the profile; a missing fact is shown loudly. */
  Value: { attributes: ['path'], optional: [], content: 'none' },
  /** A term of the profile with its clause, in words. */
  Deadline: { attributes: ['term'], optional: [], content: 'none' },
};
