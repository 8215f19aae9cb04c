/** The door of `knowledge/`: the content model, the one reader of `content/`, and what follows from the profile. */
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
export { type Position, type Problem, type Severity, sortProblems } from './problem.ts';
export { isTermName, normalisePhone, resolveProfilePath, termInWords } from './profile.ts';
export { ContentError, type Locate, type Reading, readContent, readFolder } from './read/index.ts';
export { counted, listed, type PluralForms, plural } from './russian.ts';
export * from './schema/index.ts';
