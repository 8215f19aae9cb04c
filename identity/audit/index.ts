/** The log of who did what. */
export { type AuditEvent, type AuditKind, type AuditRecord, auditKinds } from './event.ts';
export { leaveForAudit } from './inbox.ts';
export { type AuditKeeping, AuditLog, type AuditOptions, AuditUnavailable, auditKeeping } from './log.ts';
export { type AuditPage, type AuditQuery, readAudit } from './read.ts';
export { readAuditKeeping } from './settings.ts';
export { type AuditProblem, type AuditVerdict, verifyAudit } from './verify.ts';
