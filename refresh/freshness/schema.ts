import { z } from 'zod';

const instantSchema = z.iso.datetime({ offset: true });
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `freshness.json`: what the ledger and git proved at one moment, for images without `.git`. */
export const freshnessSchema = z.strictObject({
  format: z.literal(1),
  madeAt: instantSchema,
  /** The commit it was made at. */
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  /** Digest of the content folder: for another one nothing is proven. */
  content: digestSchema,
  /** When the knowledge base came to the main line. */
  begun: instantSchema,
  /** Each file of the ledger: when the main line got it and whose it is, or why it does not count. */
  records: z.record(
    z.string(),
    z.union([
      z.strictObject({ at: instantSchema, by: z.string().min(1) }),
      z.strictObject({ why: z.string().min(1) }),
    ]),
  ),
  /** For people and other programs: Ponyatno itself follows `records`. */
  state: z.strictObject({
    month: z.string(),
    /** By month, then by unit. */
    units: z.record(z.string(), z.record(z.string(), z.enum(['checked', 'late', 'owed', 'no-pages']))),
    pages: z.record(z.string(), z.enum(['checked', 'changed', 'stale', 'never'])),
    /** By page: the acts that changed, with the edition in force. */
    alarms: z.record(z.string(), z.record(z.string(), z.string())),
  }),
});

/** `freshness.json`. */
export type Freshness = z.infer<typeof freshnessSchema>;
