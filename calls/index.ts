/** The door of `calls/`: the graph of the call scripts, walking it, and proving it. */

export { deskData } from './desk/data.ts';
export type { DeskData } from './desk/types.ts';
export { type CallGraph, type CallStep, callGraph, type Way } from './graph.ts';
export { checkScripts } from './proofs/index.ts';
export { type CsvNames, reportCsv } from './records/csv.ts';
export { type CallRecords, callRecordsFile, openCallRecords } from './records/database.ts';
export { type CallReport, callReport, type ReportRow } from './records/report.ts';
export { callRecordSchema, missedCallsSchema, trainingSchema } from './records/schema.ts';
export { type ReadingList, readingLists } from './records/training.ts';
export { canEnd, follow, reachable, type Standing } from './walk.ts';
