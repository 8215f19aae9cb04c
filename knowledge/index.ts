/** The door of `knowledge/`: the content model, the one reader of `content/`, and what follows from the profile. */

export { type CheckedReading, reporter } from './check/check.ts';
export { checkContent } from './check/index.ts';
export { allowedComponents, type ComponentRule } from './components.ts';
export type {
  ComponentUse,
  Content,
  LedgerFile,
  LinkUse,
  Page,
  PartialContent,
  Section,
  WorkingCalendar,
} from './content.ts';
export {
  type CoverageCell,
  type CoverageRow,
  coverage,
  type Material,
  materialNames,
  materials,
} from './coverage.ts';
export { type FilledText, fillVariables, type VariableValues } from './fill-variables.ts';
export { type Position, type Problem, type Severity, sortProblems } from './problem.ts';
export { isTermName, normalisePhone, resolveProfilePath, termInWords } from './profile.ts';
export { ContentError, type Locate, type Reading, readContent, readFolder } from './read/index.ts';
export { reportFormats } from './report/index.ts';
export { countProblems } from './report/summary.ts';
export { counted, listed, type PluralForms, plural } from './russian.ts';
export * from './schema/index.ts';
export {
  type FlagPart,
  parseVariables,
  type VariableError,
  type VariablePart,
  type VariableUse,
  variableUses,
} from './variables.ts';
