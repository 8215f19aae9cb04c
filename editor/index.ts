/** The door of `editor/` for the server: drafts, their store, writing together. The browser's door is `#editor/browser`. */
export { LeavingError, type LeavingFault } from './approval/error.ts';
export { type CitedPage, type CitedVersion, citedPage, citedVersion } from './citations/cited-page.ts';
export { type Collaboration, maxFrameBytes } from './collaboration/server.ts';
export { createDrafts, type DraftSummary, type Drafts, type DraftsOptions } from './drafts.ts';
export { attachment } from './export/file-name.ts';
export type { TemplateWish } from './letters/choice.ts';
export { type DeadlineLine, receivedLabel } from './letters/deadline-line.ts';
export type { DeskSource, DeskView } from './letters/desk.ts';
export { DraftInputError } from './letters/input.ts';
export type { Dates, StartView } from './letters/start.ts';
export { maxTitleLength } from './letters/title.ts';
export type { ProfileValue, VariableSet } from './letters/values.ts';
export { type AgencyLanguage, agencyLanguage } from './lint/agency-language.ts';
export type { LanguageAddresses } from './lint/messages.ts';
export { StorageError, type StorageFault } from './storage/errors.ts';
export type { DraftRecord, VariableValue, VariableValues } from './storage/record.ts';
