import { z } from 'zod';

/** What is taken down. `log-…` is said by the log of itself. */
export const auditKinds = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'session-revoked',
  'account-added',
  'account-changed',
  'account-removed',
  'roles-changed',
  'refused',
  'letter-to-approval',
  'letter-approved',
  'letter-returned',
  'letter-sent',
  'letter-exported',
  'letter-removed',
  'proposal-sent',
  'log-opened',
  'log-repaired',
  'log-lost',
  'log-pruned',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/**
 * What happened, without a word of a letter, of a client, of a password or of what somebody typed: a failed sign-in names an
 * account that exists, or nobody, since people type passwords where names belong.
 */
export interface AuditEvent {
  readonly kind: AuditKind;
  /** Who did it; for a failed sign-in whose account it was tried with. */
  readonly person?: { readonly id: string; readonly name: string };
  /** The id of the session, never its token. */
  readonly session?: string;
  /** The address it came from. */
  readonly address?: string;
  /** The id of what it was done to: an account, a draft, a file of the content. */
  readonly subject?: string;
  /** A word or two of ours: the way of an export, roles from and to, the route that was refused. */
  readonly detail?: string;
}

/** An event as it stands in the log. */
export interface AuditRecord extends AuditEvent {
  /** Grows by one with every line, over all files. */
  readonly n: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Reads a line of the log. */
export const recordSchema = z.object({
  n: z.int().positive(),
  at: z.iso.datetime(),
  kind: z.enum(auditKinds),
  person: z.object({ id: z.string(), name: z.string() }).optional(),
  session: z.string().optional(),
  address: z.string().optional(),
  subject: z.string().optional(),
  detail: z.string().optional(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
