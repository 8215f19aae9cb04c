import { z } from 'zod';
import { dateSchema, idSchema } from './common.ts';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

const textDigestSchema = z.string().regex(/^[0-9a-f]{32}$/);

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
      digest: digestSchema,
      /** The first 32 hex digits of the sha256 of the page's file; records of earlier versions have none. */
      text: textDigestSchema.optional(),
      /** `to-change`: a change is needed and still to be made. */
      result: z.enum(['unchanged', 'changed', 'to-change']),
    }),
  ),
  /** The editions that the acts cited by these pages had; records of earlier versions have none. */
  acts: z.array(z.strictObject({ id: idSchema, edition: dateSchema.optional() })).optional(),
});

/**
 * `content/refresh/acts/<act>/<edition>/<unit>.yml`: one unit has gone through its pages after an act changed, between two monthly
 * checks. Add-only; git says when and who. A second one of the same kind is called `<unit>-2.yml`.
 */
export const confirmationSchema = z.strictObject({
  /** The unit that confirmed, by the id it had then. */
  unit: idSchema,
  /** `id` of the act. */
  act: idSchema,
  /** The edition the pages were held against. */
  edition: dateSchema,
  /** What the new edition means for the pages. */
  note: z.string().min(3),
  /** The pages that cite the act, as they were found. */
  pages: z.array(
    z.strictObject({
      /** `id` of the page. */
      id: idSchema,
      /** As in a monthly record. */
      digest: digestSchema,
      /** `to-change`: a change is needed and still to be made, so the alarm stays. */
      result: z.enum(['confirmed', 'to-change']),
    }),
  ),
});
export type Confirmation = z.infer<typeof confirmationSchema>;
export type Ledger = z.infer<typeof ledgerSchema>;
