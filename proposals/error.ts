import type { ProposalProblem } from './check/problem.ts';

/** Why a proposal is not taken: each has its own way out. */
export type ProposalRefusal =
  | 'unknown-page'
  | 'unknown-proposal'
  | 'bad-input'
  | 'unchanged'
  | 'conflict'
  | 'invalid'
  | 'no-git'
  | 'no-branch'
  | 'encoding'
  | 'too-long';

/** A proposal is not taken. The message is a full sentence in Russian. */
export class ProposalError extends Error {
  override name = 'ProposalError';
  readonly code: ProposalRefusal;
  /** The page as it is now: of a conflict. */
  readonly now: { readonly text: string; readonly version: string } | undefined;
  /** What is wrong with the page: of an invalid one. */
  readonly problems: readonly ProposalProblem[];

  constructor(
    code: ProposalRefusal,
    message: string,
    more: {
      readonly now?: { readonly text: string; readonly version: string };
      readonly problems?: readonly ProposalProblem[];
    } = {},
  ) {
    super(message);
    this.code = code;
    this.now = more.now;
    this.problems = more.problems ?? [];
  }
}
