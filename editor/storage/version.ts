import { z } from 'zod';

/** Why a version was kept: by hand, or at one of the moments after which people look for what was before. */
export const versionKinds = [
  'hand',
  'created',
  'session',
  'copied',
  'before-decision',
  'before-restore',
  'restored',
] as const;
export type VersionKind = (typeof versionKinds)[number];

/** Somebody who has changed the letter, and when last. */
const writerSchema = z.object({ name: z.string(), at: z.string() });

/** A version of a draft, without its letter. Versions are only added; the oldest that were kept by themselves may go. */
export interface DraftVersion {
  readonly number: number;
  readonly at: string;
  readonly kind: VersionKind;
  /** Given by hand; empty for the others. */
  readonly name: string;
  /** Who has kept it; empty when nobody did. */
  readonly person: string;
  /** The id of that person's account; empty without accounts. */
  readonly account: string;
  /** Who has changed the letter since the version before. */
  readonly writers: readonly z.infer<typeof writerSchema>[];
}

/** A version to be kept. */
export type NewVersion = Pick<DraftVersion, 'at' | 'kind' | 'name' | 'person'> &
  Partial<Pick<DraftVersion, 'account'>> & { readonly draft: string };

/** Reads a version as the store keeps it. */
export const versionRowSchema = z
  .object({
    sequence: z.number(),
    at: z.string(),
    kind: z.enum(versionKinds),
    name: z.string(),
    person: z.string(),
    account: z.string(),
    writers: z.string(),
  })
  .transform(
    ({ sequence, writers, ...row }): DraftVersion => ({
      ...row,
      number: sequence,
      writers: z.array(writerSchema).parse(JSON.parse(writers)),
    }),
  );
