import type { Identity, Role } from './identity.ts';

const staff: readonly Role[] = ['reader', 'operator', 'writer', 'approver', 'unit-editor', 'administrator'];

/** The one table of who may do what: `everybody`, or the roles of which one is enough. */
export const permissions = {
  /** What the public site gives, signing in, and whether the server is alive. */
  open: 'everybody',
  'knowledge.read': staff,
  'search.staff': staff,
  /** Saying that a question got no answer. */
  'gap.note': staff,
  /** Taking calls: the counters and the training of the line. */
  'call.take': ['operator', 'administrator'],
  'call.report': ['operator', 'unit-editor', 'administrator'],
  'letter.read': ['writer', 'approver'],
  'letter.write': ['writer', 'approver'],
  'letter.approve': ['approver'],
  'proposal.read': ['unit-editor', 'administrator'],
  /** For pages of one's own units; an administrator for all pages. */
  'proposal.send': ['unit-editor', 'administrator'],
  'refresh.read': staff,
  'accounts.manage': ['administrator'],
  'audit.read': ['administrator'],
} as const satisfies Readonly<Record<string, 'everybody' | readonly Role[]>>;

export type Permission = keyof typeof permissions;

/** Whether somebody may do it. What belongs to one unit is asked for with `maySendFor` as well. */
export function may({ person }: Identity, permission: Permission): boolean {
  const allowed: 'everybody' | readonly Role[] = permissions[permission];
  if (allowed === 'everybody') return true;
  return person?.roles.some((role) => allowed.includes(role)) ?? false;
}
