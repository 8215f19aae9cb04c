import { type Identity, may } from '#identity';

/** Who is at the other end of a socket. */
export interface Visitor {
  readonly identity: Identity;
  /** The network the socket comes from. */
  readonly network?: string;
  /** Asks anew who it is: sessions end and rights change while a socket stays open. */
  readonly recheck?: () => Promise<Identity>;
}

/** What may be cut off: a session, or a person with all sessions. */
export interface Revoked {
  readonly session?: string;
  readonly person?: string;
}

/** Whether somebody may write in letters, not only read them. */
export function mayWrite({ identity }: Visitor): boolean {
  return may(identity, 'letter.write');
}

/** Whether the socket belongs to what was revoked. */
export function isOf({ identity }: Visitor, { session, person }: Revoked): boolean {
  return (
    (session !== undefined && identity.session === session) ||
    (person !== undefined && identity.person?.id === person)
  );
}

/** Whether it is still the same person in the same session with the same rights to letters. */
export function isUnchanged({ identity }: Visitor, now: Identity): boolean {
  return (
    now.person !== undefined &&
    now.person.id === identity.person?.id &&
    now.session === identity.session &&
    may(now, 'letter.read') &&
    may(now, 'letter.write') === may(identity, 'letter.write')
  );
}
