/** The door of `identity/`: who somebody is, what they may do, and the log of what they did. */
export {
  type AuditEvent,
  type AuditKeeping,
  type AuditKind,
  AuditLog,
  type AuditOptions,
  type AuditPage,
  type AuditProblem,
  type AuditQuery,
  type AuditRecord,
  AuditUnavailable,
  type AuditVerdict,
  auditKeeping,
  auditKinds,
  leaveForAudit,
  readAudit,
  verifyAudit,
} from './audit/index.ts';
export { anonymous, atThisComputer, type Identity, type Person, type Role, roles } from './identity.ts';
export { may, mayProposeFor, type Permission, permissions, permissionsOf } from './permissions.ts';
