export { type Basis, basisOf, clausesFrom, type Demand, type LanguageDuty } from './clauses.ts';
export type { BadExample, Examples, GoodExample } from './examples.ts';
export { applyEdits, type Edit, editsOf, type Replaceable } from './fixing/edit.ts';
export { keepsFacts } from './fixing/facts.ts';
export { type AppliedEdit, type FixedText, type Fixing, fixText } from './fixing/fix-text.ts';
export { sameMarkup } from './fixing/markup.ts';
export { foremost } from './foremost.ts';
export { formats } from './formats/index.ts';
export {
  type FileReport,
  type MarkFault,
  type Point,
  placer,
  type ReportMessage,
  type RunReport,
  rulePage,
} from './formats/report.ts';
export { createLinter, type Linter, type Page } from './linter.ts';
export { maskMarkdown, parseMarkdown, type ReadMarkdown, readMarkdown } from './markdown/mask.ts';
export { type Budgets, budgets } from './phrase-language/budget.ts';
export { type OwnPhrase, type OwnPhraseFault, ownPhraseFault } from './phrase-language/own-phrase.ts';
export type { Rule, RuleOptions } from './rule.ts';
export { ruleDefaults } from './rule.ts';
export { type RuleEntry, rules } from './rules/index.ts';
export { type LetterPart, letterParts } from './rules/missing-part/letter-parts.ts';
export { ruleSummaries, ruleTitles } from './rules/titles.ts';
export {
  type BudgetUse,
  type Change,
  type FixClass,
  type LinterOptions,
  type LintResult,
  type Message,
  type Profile,
  profiles,
  type Readability,
  type RequiredPart,
  type RuleId,
  ruleIds,
  type Severity,
  type Span,
  severities,
  type Term,
} from './types.ts';
