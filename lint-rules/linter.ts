import { russianToNlcst } from '@ponyatno/russian';
import { cleanText } from './clean-text.ts';
import { documentOf, isPlainWord } from './document.ts';
import type { Finding } from './finding.ts';
import { ownPhraseRules } from './own-phrases.ts';
import { absorb, atLeast, longest, settle, sorted } from './pipeline.ts';
import { readability } from './readability.ts';
import { findingsOf, ruleDefaults, settingsOf } from './rule.ts';
import { clicheBudget } from './rules/cliche-density/rule.ts';
import { rules } from './rules/index.ts';
import { capped, tuned } from './tuning.ts';
import type { BudgetUse, LinterOptions, LintResult, Message, Span } from './types.ts';

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
 * Makes a linter: the parser of `@ponyatno/russian`, the check of every rule, and the pipeline that orders what they
 * find. Pure: the same in Node and in a browser worker.
 */
export function createLinter(options: LinterOptions): Linter {
  const { dictionary, clauses = {}, min = 'hint' } = options;
  const settings = { ...ruleDefaults, ...options };
  const running = [...rules, ...ownPhraseRules(options.phrases ?? [])].filter(
    ({ id }) => options.rules?.[id] !== 'off',
  );

  return {
    lint(source, { explained = [] } = {}) {
      const { text, toSource, fromSource } = cleanText(source);
      const document = documentOf(russianToNlcst(text), text, dictionary);
      const known = explained.map(fromSource);
      const findings = running.flatMap(({ rule }) => findingsOf(rule, document, settings, known));
      const steps = [
        tuned(options.rules),
        longest,
        absorb,
        atLeast(min),
        capped(document, options.cap),
        sorted,
      ];
      const kept = steps.reduce<readonly Finding[]>((current, step) => step(current), findings);
      const inSource = (message: Message): Message => {
        const { start, end } = toSource(message);
        return { ...message, start, end, actual: source.slice(start, end) };
      };
      const isCounted = options.rules?.['cliche-density'] !== 'off';
      const spent = isCounted ? clicheBudget(document, settingsOf(settings, document, known)) : undefined;
      return {
        messages: settle(text, clauses)(kept).map(inSource),
        readability: readability(
          document.sentences.map(({ words }) => words.filter(isPlainWord).map(({ folded }) => folded)),
        ),
        budgets: spent ? [inSourceBudget(spent, toSource, clauses[spent.rule])] : [],
      };
    },
  };
}

/** The same at the places of the source, with the clause that sets the measure. */
function inSourceBudget(
  spent: BudgetUse,
  toSource: (span: Span) => Span,
  clause: string | undefined,
): BudgetUse {
  return {
    ...spent,
    paragraphs: spent.paragraphs.map((one) => ({ ...one, ...toSource(one) })),
    places: spent.places.map((one) => ({ ...one, ...toSource(one) })),
    ...(clause === undefined ? {} : { clause }),
  };
}
