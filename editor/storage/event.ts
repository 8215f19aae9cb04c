import { z } from 'zod';
import { draftStates } from '../approval/state.ts';

/** Ways a letter leaves the desk. */
export const exitWays = ['docx', 'print', 'copy'] as const;
export type ExitWay = (typeof exitWays)[number];

/** Who signs: as it stands under the letter. */
export const signerSchema = z.strictObject({
  name: z.string().trim().min(2).max(100),
  post: z.string().trim().min(2).max(300),
});
export type Signer = z.infer<typeof signerSchema>;

const stateSchema = z.enum(draftStates);

/** The id of the account it was done by; names are shared, and change. Absent where there are no accounts. */
const accountSchema = z.string().optional();

/** What happened to a draft, besides its text. */
const happeningSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('state'),
    from: stateSchema,
    to: stateSchema,
    /** Why it was returned, or why it went on although something is missing. */
    reason: z.string().optional(),
    /** Who signs, once it is approved. */
    signer: signerSchema.optional(),
    /** What was missing when it went on. */
    missing: z.array(z.string()).optional(),
    account: accountSchema,
  }),
  z.strictObject({
    kind: z.literal('exit'),
    way: z.enum(exitWays),
    reason: z.string().optional(),
    missing: z.array(z.string()).optional(),
    account: accountSchema,
  }),
]);
export type Happening = z.infer<typeof happeningSchema>;

/** A line of the history of a draft: what happened, when and by whom. Lines are only added. */
export interface DraftEvent {
  readonly sequence: number;
  readonly at: string;
  /** The name of the account; without accounts how the person called himself or herself. */
  readonly person: string;
  readonly happening: Happening;
}

/** A line to be added. */
export type NewEvent = Omit<DraftEvent, 'sequence'> & { readonly draft: string };

/** Reads a line as the store keeps it. */
export const eventRowSchema = z
  .object({ sequence: z.number(), at: z.string(), person: z.string(), happening: z.string() })
  .transform(
    ({ happening, ...row }): DraftEvent => ({
      ...row,
      happening: happeningSchema.parse(JSON.parse(happening)),
    }),
  );
