import { z } from 'zod';
import { idSchema } from './common.ts';

const answerSchema = z.strictObject({
  /** Whether something changed that the pages must follow. */
  changed: z.boolean(),
  /** What was looked at, and what follows from it. */
  note: z.string().min(3),
});

/** `content/refresh/<yyyy-mm>/<unit>.yml`: one unit's check of one month (RF-1, RF-2). Add-only; git says when and who. */
export const ledgerSchema = z.strictObject({
  /** The unit that checked, by the id it had then. */
  unit: idSchema,
  /** The month that was checked, `yyyy-mm`. */
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  /** Changes of federal legislation (RF-2, a). */
  law: answerSchema,
  /** Results of collected feedback (RF-2, b). */
  feedback: answerSchema,
  /** Every page the unit keeps, as it was found. */
  pages: z.array(
    z.strictObject({
      /** `id` of the page. */
      id: idSchema,
      /** sha256 of what the page said: the normalised body and the meaningful front matter, hex. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      /** `to-change`: a change is needed and still to be made. */
      result: z.enum(['unchanged', 'changed', 'to-change']),
    }),
  ),
});
export type Ledger = z.infer<typeof ledgerSchema>;
