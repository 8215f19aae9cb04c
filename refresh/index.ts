/** The door of `refresh/`: the monthly check of the knowledge base, proven by the ledger and git. */
export { RefreshError } from './error.ts';
export { git } from './git.ts';
export type { Person } from './history.ts';
export { type Check, commitRecord, type RecordedCheck, recordCheck } from './record.ts';
export type { CheckRecord, RejectedRecord } from './records.ts';
export {
  monthOf,
  type PageState,
  type PageStatus,
  type RefreshStatus,
  refreshStatus,
  type StatusQuestion,
  type UnitState,
  type UnitStatus,
} from './status.ts';
