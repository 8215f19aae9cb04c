import { z } from 'zod';
import type { Identity } from '#identity';
import { actorOf } from '../approval/rights.ts';
import { cleanName } from '../collaboration/protocol.ts';
import { DraftInputError } from '../letters/input.ts';
import type { NewVersion } from '../storage/version.ts';

const inputSchema = z
  .strictObject({
    /** Moments that only the server knows cannot be asked for. */
    kind: z.enum(['hand', 'copied', 'before-decision', 'before-restore', 'restored']),
    name: z.string().trim().max(100),
    by: z.string().max(200),
  })
  .refine(({ kind, name }) => kind !== 'hand' || name !== '', 'A version kept by hand has a name.');

/** Reads what a browser asks to keep; who keeps it says the account. */
export function readVersionInput(
  input: unknown,
  identity: Identity,
): Pick<NewVersion, 'kind' | 'name' | 'person' | 'account'> {
  const result = inputSchema.safeParse(input);
  if (!result.success)
    throw new DraftInputError(['У версии должно быть название, не длиннее 100 знаков. Впишите название.']);
  const { kind, name, by } = result.data;
  const actor = actorOf(identity, by);
  return { kind, name, person: cleanName(actor.name), account: actor.account ?? '' };
}
