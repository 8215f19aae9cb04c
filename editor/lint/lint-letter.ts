import {
  applyEdits,
  type BudgetUse,
  editsOf,
  foremost,
  type Linter,
  type Message,
  type Readability,
} from '@ponyatno/lint-rules';

/** What the linter says of a letter. */
export interface LintedLetter {
  /**
   * All that was found, in the order of the blocks that were asked about; offsets are into the text of the block. Which of
   * them are told is for the desk to say: it knows what the writers have left as it is.
   */
  readonly blocks: readonly { readonly text: string; readonly messages: readonly Message[] }[];
  /** Parts that the letter must have and has not. */
  readonly missingParts: readonly Message[];
  readonly readability: Readability;
  /** How much of the measure of clichés is spent. */
  readonly budgets: readonly BudgetUse[];
  /** What it would be with every ready replacement made; undefined when there is none. */
  readonly offered?: Readability | undefined;
}

const gap = '\n\n';

/**
 * Lints a letter as one text, because an abbreviation explained in the first paragraph is explained in the last, and gives
 * the findings by block, because that is how the editor finds them again after anybody's edit.
 */
export function lintLetter(linter: Linter, texts: readonly string[]): LintedLetter {
  const whole = texts.join(gap);
  const { messages, readability, budgets } = linter.lint(whole);
  const edits = editsOf(foremost(messages).filter(isFinding));
  const offered = edits.length > 0 ? linter.lint(applyEdits(whole, edits)).readability : undefined;
  let start = 0;
  const blocks = texts.map((text) => {
    const from = start;
    start += text.length + gap.length;
    const own = messages.filter(
      (message) => isFinding(message) && message.start >= from && message.end <= from + text.length,
    );
    return {
      text,
      messages: own.map((message) => ({ ...message, start: message.start - from, end: message.end - from })),
    };
  });
  const missingParts = messages.filter(({ rule }) => rule === 'missing-part');
  return { blocks, missingParts, readability, budgets, offered };
}

function isFinding({ rule, start, end }: Message): boolean {
  return rule !== 'missing-part' && end > start;
}
