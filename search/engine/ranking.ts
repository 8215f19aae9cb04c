import type { PageKind } from '#knowledge';

/** What makes a page a good answer. Found on the judged queries, with and without pinned questions, and rounded. */
export const ranking = {
  /** The telling words of the query that the page has. */
  coverage: 0.2,
  /** How much the page is about them. */
  impact: 0.2,
  /** How much its title or one of its questions is the query and nothing more. */
  likeness: 0.3,
  /** How many of them stand in one passage. */
  passage: 0.1,
  /** How close together. */
  closeness: 0.08,
  /** How many in the form as typed. */
  exact: 0.04,
  /** The query is a title or a pinned question, word for word: nothing comes before it. */
  pinned: 1,

  /** In likeness: what a word that only one side has takes away. */
  missingInTitle: 0.5,
  missingInQuery: 0.5,
  /** In likeness: what a question word or a negation counts. */
  soft: 0.6,
  /** In likeness: a pinned question against the title. */
  question: 0.85,
  /** What a word counts that only the keywords of the page have, or only its function and kind. */
  keyword: 0.6,
  context: 0.5,
  /** In likeness: a word that names the kind or the function of the page. */
  contextLikeness: 0.9,

  /** Breaks ties: the spoken answers first, papers last. */
  kinds: { faq: 0.03, function: 0.015, contact: 0.01, script: 0.005, template: 0.005 } as Partial<
    Record<PageKind, number>
  >,
};
