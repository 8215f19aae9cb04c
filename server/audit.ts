import type { IncomingMessage } from 'node:http';
import type { AuditKind, AuditLog, Identity } from '#identity';
import { whereFrom } from './http/client.ts';

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
  return ({ identity: { person, session }, request }, kind, subject, detail) =>
    audit.note({
      kind,
      ...(person === undefined ? {} : { person: { id: person.id, name: person.name } }),
      ...(session === undefined ? {} : { session }),
      ...whereFrom(request),
      subject,
      ...(detail === undefined ? {} : { detail }),
    });
}
