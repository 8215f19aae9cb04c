/** The door of `knowledge/`: the content model, the one reader of `content/`, and what follows from the profile. */

export {
  addWorkingDays,
  CalendarError,
  type DayKind,
  dayKind,
  isWorkingDay,
  workingDayFrom,
  workingDayUpTo,
} from './calendar.ts';
export { type CheckedReading, reporter } from './check/check.ts';
export { checkContent } from './check/index.ts';
export { suggestion } from './check/suggest.ts';
export { allowedComponents, type ComponentRule } from './components.ts';
export type {
  ComponentUse,
  ConfirmationFile,
  Content,
  LedgerFile,
  LinkUse,
  Page,
  PartialContent,
  Section,
  Vocabulary,
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
export {
  formatDate,
  formatDay,
  formatDays,
  formatFullDate,
  formatMonth,
  formatTime,
  formatWeekday,
} from './dates.ts';
export type { CountedTerm, ExplanationStep } from './deadline/counted-term.ts';
export { DeadlineError } from './deadline/error.ts';
export { type Deadline, deadline } from './deadline/index.ts';
export { parseMoment } from './deadline/moment.ts';
export { type LetterDeadline, type StatutoryDeadline, statutoryDeadline } from './deadline/statutory.ts';
export { termWords } from './deadline/terms.ts';
export { type FilledText, fillVariables, type VariableValues } from './fill-variables.ts';
export { codeOwners, type ForgeDialect, forgeDialects } from './owners.ts';
export { type Position, type Problem, type Severity, sortProblems } from './problem.ts';
export { isTermName, normalisePhone, resolveProfilePath, termInWords } from './profile.ts';
export {
  isPublished,
  type PublicFiles,
  publicFiles,
  publicKinds,
  writePublicContent,
} from './public/index.ts';
export { encodingMessage } from './read/data-file.ts';
export {
  ContentError,
  type Locate,
  type Reading,
  type ReadingOptions,
  readContent,
  readFolder,
  readLedgers,
  readVocabulary,
} from './read/index.ts';
export type { CachePlace } from './read/page-cache.ts';
export { parseMdx } from './read/parse-mdx.ts';
export { type Place, placeOf } from './read/place.ts';
export { attributesOf } from './read/plain-text.ts';
export { validate } from './read/validate.ts';
export { type TrialReading, withPage } from './read/with-page.ts';
export { readYaml, type YamlSource } from './read/yaml-source.ts';
export { csvFile } from './report/csv.ts';
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
