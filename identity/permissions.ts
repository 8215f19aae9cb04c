import { atThisComputer, type Identity, type Role } from './identity.ts';

const staff: readonly Role[] = ['reader', 'operator', 'writer', 'approver', 'unit-editor', 'administrator'];

/**
 * The one table of who may do what: `everybody`, or the roles of which one is enough. Each role has what its work needs and no
 * more: an administrator looks after people and pages and reads no citizen's letter, an approver reads what is written by
 * others and writes nothing into it. Who does both is given both roles.
 */
export const permissions = {
  /** What the public site gives, signing in, and whether the server is alive. */
  open: 'everybody',
  'knowledge.read': staff,
  'search.staff': staff,
  'refresh.read': staff,
  /** Saying that a question got no answer. */
  'gap.note': staff,
  /** The questions themselves: what an operator was asked may tell of a caller (RF-3). */
  'gap.read': ['operator', 'unit-editor', 'administrator'],
  /** Taking calls: the call screen and its counters. */
  'call.take': ['operator'],
  /** The report of calls and what stands in it by hand (CL-10). */
  'call.report': ['operator', 'unit-editor', 'administrator'],
  /** Training of the line: who runs a unit says that it took place (OT-5). */
  'training.record': ['unit-editor', 'administrator'],
  'letter.read': ['writer', 'approver'],
  /** Beginning, writing, renaming and deleting letters, comments and versions of them. */
  'letter.write': ['writer'],
  /** Handing a letter over to be approved. */
  'letter.submit': ['writer'],
  'letter.approve': ['approver'],
  /**
   * Approving a letter that one has handed over oneself: no order names a second reader, but who approves is asked because he
   * or she is another person. Nobody with an account may.
   */
  'letter.approve-own': [],
  /** Taking a letter back to be written again: its writers, or who does not approve of it. */
  'letter.return': ['writer', 'approver'],
  /** Saying that an approved letter was sent. */
  'letter.send': ['writer', 'approver'],
  /** The file, the print, the clipboard. */
  'letter.export': ['writer', 'approver'],
  'proposal.read': ['unit-editor', 'administrator'],
  /** For pages of one's own units: asked for with `mayProposeFor`. */
  'proposal.send': ['unit-editor', 'administrator'],
  /** For pages of all units. */
  'proposal.send-any': ['administrator'],
  /** One's own account: name, password, sessions. */
  'account.own': staff,
  'accounts.manage': ['administrator'],
  'audit.read': ['administrator'],
} as const satisfies Readonly<Record<string, 'everybody' | readonly Role[]>>;

export type Permission = keyof typeof permissions;

/** Whether somebody may do it. What belongs to one unit is asked for with `mayProposeFor`. */
export function may({ person }: Identity, permission: Permission): boolean {
  const allowed: 'everybody' | readonly Role[] = permissions[permission];
  if (allowed === 'everybody') return true;
  // Without accounts there is one person, who is everybody.
  if (person !== undefined && person === atThisComputer.person) return true;
  return person?.roles.some((role) => allowed.includes(role)) ?? false;
}

/** Whether somebody may propose changes of the pages of a unit; of pages that have none only who may for all. */
export function mayProposeFor(identity: Identity, unit: string | undefined): boolean {
  if (may(identity, 'proposal.send-any')) return true;
  const own = unit !== undefined && (identity.person?.units.includes(unit) ?? false);
  return own && may(identity, 'proposal.send');
}

/** Everything somebody may do: for a page that shows only what can be used. */
export function permissionsOf(identity: Identity): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => may(identity, permission));
}
