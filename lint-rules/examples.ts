import type { LinterOptions, Severity } from './types.ts';

/** Options that an example may set for its text. */
type ExampleOptions = Pick<LinterOptions, 'profile' | 'glossary' | 'terms' | 'names' | 'letter' | 'letters'>;

/** A text in which the rule must find something. */
export interface BadExample {
  readonly text: string;
  /** The first finding, word for word. */
  readonly found?: string;
  /** Its best replacement; `null` when there must be none. */
  readonly better?: string | null;
  readonly severity?: Severity;
  readonly options?: ExampleOptions;
}

/** A text in which the rule must find nothing. */
export type GoodExample = string | { readonly text: string; readonly options: ExampleOptions };

/** The examples that stand in the folder of a rule; one runner tests them all, and the rule's page shows them. */
export interface Examples {
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
}
