// What the server and the thread that checks pages say to each other.
import type { CheckedPage, ProposalProblem, ProposalRefusal } from '#proposals';

/** A page to check; without a text the thread only loads what a check needs. */
export interface Wish {
  readonly id: number;
  readonly page?: { readonly file: string; readonly text: string };
}

/** What became of it. An error loses its class between threads: the refusal is sent by its parts. */
export type Reply =
  | { readonly id: number; readonly kind: 'checked'; readonly checked: CheckedPage | undefined }
  | {
      readonly id: number;
      readonly kind: 'refused';
      readonly code: ProposalRefusal;
      readonly message: string;
      readonly problems: readonly ProposalProblem[];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
