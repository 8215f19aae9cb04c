import {
  type Change,
  type FixedText,
  fixText,
  keepsFacts,
  type ReportMessage,
  sameMarkup,
} from '@ponyatno/lint-rules';
import type { Dictionary } from '@ponyatno/russian';
import { frontMatterIntact, isMarkdown, type SourceFile } from '#linting';

/** What to put right in a text. */
export interface Wish {
  readonly find: (source: string) => readonly ReportMessage[];
  readonly dictionary: Dictionary;
  readonly changes: readonly Change[];
}

/** The text of a file after its ready replacements: no fact is lost, markup and front matter stay what they were. */
export function fixedText(file: SourceFile, { find, dictionary, changes }: Wish): FixedText {
  return fixText(file.source, {
    find,
    changes,
    allows: ({ actual, replacement }) => keepsFacts(actual, replacement, dictionary),
    intact: (before, after) =>
      !isMarkdown(file) || (sameMarkup(before, after) && frontMatterIntact(before, after)),
  });
}
