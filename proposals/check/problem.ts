/** One thing to put right on a page that is being changed. */
export interface ProposalProblem {
  /** An `error` of the content check keeps the proposal from being sent. */
  readonly severity: 'error' | 'warning';
  /** Found by the check of the content, or by the linter in the words. */
  readonly source: 'content' | 'words';
  readonly rule: string;
  /** Russian, with the way out. */
  readonly message: string;
  /** The field of the front matter it stands in. */
  readonly path?: readonly (string | number)[];
  /** Lines and columns from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The clause that asks for it. */
  readonly clause?: string;
  /** Ready replacements, best first; the range is in UTF-16 code units of the text. */
  readonly replacements?: readonly { readonly text: string; readonly range: readonly [number, number] }[];
}
