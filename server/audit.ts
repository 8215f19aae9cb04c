import type { IncomingMessage } from 'node:http';
import type { AuditEvent, AuditKind, AuditLog, Identity } from '#identity';
import { whereFrom } from './http/client.ts';

/** An event of somebody who is known, as the log keeps it. */
export function happened(
  { identity: { person, session }, address }: { identity: Identity; address?: string | undefined },
  kind: AuditKind,
  subject: string,
  detail?: string,
): AuditEvent {
  return {
    kind,
    ...(person === undefined ? {} : { person: { id: person.id, name: person.name } }),
    ...(session === undefined ? {} : { session }),
    ...(address === undefined ? {} : { address }),
    subject,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Takes down what a person did to something; `subject` is its id, `detail` a word of ours. */
export type TakeDown = (
  by: { readonly identity: Identity; readonly request: IncomingMessage },
  kind: AuditKind,
  subject: string,
  detail?: string,
) => void;

/**
 * Takes down what was done. The work does not wait for it and does not fail with it: what was done stands in the history of the
 * letter, or in git, as well.
 */
export function takeDownIn(audit: Pick<AuditLog, 'note'>): TakeDown {
  return ({ identity, request }, kind, subject, detail) =>
    audit.note(happened({ identity, ...whereFrom(request) }, kind, subject, detail));
}
