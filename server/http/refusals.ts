import type { IncomingMessage } from 'node:http';
import type { AuditLog, Identity } from '#identity';
import { whereFrom } from './client.ts';

/** Told that somebody we know was refused; `what` is the permission and the rule, never an address with its query. */
export type Refused = (identity: Identity, request: IncomingMessage, what: string) => void;

/** The same refusal of the same person is told once in so long: a page that asks on and on must not fill the log. */
const quietMs = 10 * 60 * 1000;
const mostRemembered = 10_000;

/** Takes refusals of people we know down in the audit log. */
export function auditRefusals(audit: Pick<AuditLog, 'note'>, now: () => number = Date.now): Refused {
  const told = new Map<string, number>();
  return ({ person, session }, request, what) => {
    if (person === undefined) return;
    const key = `${person.id} ${what}`;
    const last = told.get(key);
    if (last !== undefined && now() - last < quietMs) return;
    if (told.size >= mostRemembered) told.clear();
    told.set(key, now());
    audit.note({
      kind: 'refused',
      person: { id: person.id, name: person.name },
      ...(session === undefined ? {} : { session }),
      ...whereFrom(request),
      detail: what,
    });
  };
}
