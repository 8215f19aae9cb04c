import type { DraftState } from '../approval/state.ts';

/** A value of a variable: a flag is a boolean, everything else is the text that stands in the letter. */
export type VariableValue = string | boolean;
export type VariableValues = Readonly<Record<string, VariableValue>>;

/** What the store knows of a draft besides its text. */
export interface DraftRecord {
  readonly id: string;
  /** `id` of the template it was made from. */
  readonly template: string;
  /** Kind of letter (knowledge: `LetterKind`). */
  readonly letter: string;
  readonly title: string;
  /** The answer to the question of urgency (WR-3). */
  readonly urgent: boolean;
  /** When the client's message came, by the clock of the agency: `2026-11-20T17:00`. */
  readonly received: string;
  /** The values given when the draft was made; the living ones are in the document. */
  readonly values: VariableValues;
  readonly created: string;
  readonly updated: string;
  /** Grows when the document is replaced as a whole, so that tabs with the old one do not merge into the new. */
  readonly epoch: number;
  /** Version of the document schema it was written with. */
  readonly schema: number;
  /** Where it is on its way to being sent; a new draft is a draft, whatever is said here. */
  readonly state: DraftState;
}

/** A draft to be made: its record and the first update of its document. */
export interface NewDraft {
  readonly record: DraftRecord;
  readonly document: Uint8Array;
}
