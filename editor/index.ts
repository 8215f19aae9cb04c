/** The door of `editor/` for the server: drafts, their store, writing together. The browser's door is `#editor/browser`. */
export { type Collaboration, maxFrameBytes } from './collaboration/server.ts';
export { createDrafts, type Drafts, type DraftsOptions } from './drafts.ts';
export { StorageError, type StorageFault } from './storage/errors.ts';
export type { DraftRecord, VariableValue, VariableValues } from './storage/record.ts';
