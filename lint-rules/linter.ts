import { parseRussian } from '@ponyatno/russian';
import { type Pluggable, unified } from 'unified';
import { VFile } from 'vfile';
import { documentOf, isPlainWord } from './document.ts';
import type { Finding } from './finding.ts';
import { absorb, atLeast, longest, settle, sorted } from './pipeline.ts';
import { readability } from './readability.ts';
import { findingOf, type RuleOptions, ruleDefaults } from './rule.ts';
import { rules } from './rules/index.ts';
import type { LinterOptions, LintResult, Span } from './types.ts';

/** What is known of the page that a text comes from. */
export interface Page {
  /** Ranges that the page explains by itself, see `readMarkdown`. */
  readonly explained?: readonly Span[];
}

/** A linter with its options settled. */
export interface Linter {
  /** Finds what a plain-language editor would mark in the text. Offsets are UTF-16 code units. */
  lint(text: string, page?: Page): LintResult;
}

/**
 * Makes a linter: the parser of `@ponyatno/russian`, every rule as a retext plugin, and the pipeline that turns their
 * vfile messages into findings. Pure: the same in Node and in a browser worker.
 */
export function createLinter(options: LinterOptions): Linter {
  const { dictionary, clauses = {}, min = 'hint' } = options;
  const settings: RuleOptions = { ...ruleDefaults, ...options };
  const processor = unified()
    .use(parseRussian)
    .use(rules.map(({ rule }): Pluggable => [rule, settings]))
    .freeze();

  return {
    lint(text, { explained = [] } = {}) {
      const file = new VFile({ value: text, data: { explained } });
      const tree = processor.parse(file);
      processor.runSync(tree, file);
      const findings = file.messages.flatMap((message) => findingOf(message) ?? []);
      const kept = [longest, absorb, atLeast(min), sorted].reduce<readonly Finding[]>(
        (current, step) => step(current),
        findings,
      );
      const { sentences } = documentOf(tree, text, dictionary);
      return {
        messages: settle(text, clauses)(kept),
        readability: readability(
          sentences.map(({ words }) => words.filter(isPlainWord).map(({ folded }) => folded)),
        ),
      };
    },
  };
}
