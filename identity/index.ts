/** The door of `identity/`: who somebody is, what they may do, and the log of what they did. */
export { type Accounts, openAccounts } from './accounts.ts';
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
  readAuditKeeping,
  verifyAudit,
} from './audit/index.ts';
export { anonymous, atThisComputer, type Identity, type Person, type Role, roles } from './identity.ts';
export { networkOf } from './passwords/network.ts';
export type { Place, SignedIn } from './passwords/sign-in.ts';
export { type Account, knownRoles, type NewAccount } from './people/people.ts';
export { AccountProblem } from './people/problem.ts';
export { may, mayProposeFor, type Permission, permissions, permissionsOf } from './permissions.ts';
export { clientAddress, type IsPeer, peersOf } from './proxy/peers.ts';
export type { Revoked } from './sessions/revocations.ts';
export type { Session } from './sessions/sessions.ts';
export type { AccountSettings, OidcSettings, ProxySettings } from './settings.ts';
export { hasAccounts } from './store/database.ts';
