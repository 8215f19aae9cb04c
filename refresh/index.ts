/** The door of `refresh/`: the monthly check of the knowledge base, proven by the ledger and git. */
export { type ActAlarm, unprovenAlarms } from './acts/alarms.ts';
export { editionOf } from './acts/citing.ts';
export { type ActCheck, confirmAct, type RecordedConfirmation } from './acts/confirm.ts';
export { RefreshError } from './error.ts';
export { makeFreshness } from './freshness/make.ts';
export type { ProvenFreshness } from './freshness/read.ts';
export type { Freshness } from './freshness/schema.ts';
export { git } from './git.ts';
export type { Person } from './history.ts';
export { monthOf } from './month.ts';
export { type GitEvidence, gatherEvidence } from './proof.ts';
export { type PageRating, RatingLog, ratingsSince } from './ratings/ratings.ts';
export { type Check, commitFile, commitRecord, type RecordedCheck, recordCheck } from './record.ts';
export type { CheckRecord, RejectedConfirmation, RejectedRecord } from './records.ts';
export { refreshCalendar } from './remind/calendar.ts';
export { issueText } from './remind/issue.ts';
export { type MailSettings, type Posted, postReminders } from './remind/mail.ts';
export { dueReminders, type Reminder } from './remind/reminders.ts';
export { SentReminders } from './remind/sent.ts';
export { refreshReportCsv } from './report/csv.ts';
export {
  type RefreshReport,
  type ReportQuestion,
  type ReportRow,
  type ReportState,
  refreshReport,
  reportStates,
} from './report/report.ts';
export {
  type PageState,
  type PageStatus,
  type RefreshStatus,
  refreshStatus,
  type StatusQuestion,
  type UnitState,
  type UnitStatus,
} from './status.ts';
