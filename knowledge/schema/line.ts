import { z } from 'zod';
import { clauseSchema as clause, dateSchema, fact, idSchema } from './common.ts';
import { hoursSchema } from './hours.ts';

/** A value that was measured: it is never told without its date, and the unit answers for it. */
export const measuredSchema = z.union(
  [
    z.strictObject({
      /** «12 рабочих дней». */
      value: z.string().min(2),
      /** The last day of what was measured. */
      measured: dateSchema,
      /** The unit that measured it. */
      unit: idSchema,
      /** The clause that asks for it. */
      clause: clause.optional(),
    }),
    z.strictObject({ missing: z.string().min(5), unit: idSchema, clause: clause.optional() }),
  ],
  {
    error: (issue) =>
      issue.input === undefined
        ? undefined
        : 'Пишется либо «{ value: …, measured: 2026-10-31, unit: … }», либо «{ missing: почему сведений нет, unit: … }».',
  },
);
export type Measured = z.infer<typeof measuredSchema>;

/** A subject that the order wants the line to answer on (CL-1). */
export const lineTopicSchema = z.strictObject({
  /** As the order names it: «время и порядок работы». */
  title: z.string().min(5),
  /** `id` of the FAQ pages that answer on it. */
  pages: z.array(idSchema),
  /** The order wants average terms too: the keys of `averageTerms` that give them. */
  averageTerms: z.array(z.string()).default([]),
  clause,
});

/** The consultation line. */
export const lineSchema = z.strictObject({
  /** The number that is told to callers (CL-2). */
  phone: fact(z.string()),
  /** Further numbers of the line. */
  otherPhones: z.array(z.string()).default([]),
  /** When it is open. Left out where the act says «in the hours of the office» (U 3.3, P 19): then `officeHours` count. */
  hours: hoursSchema.optional(),
  /** What it must be able to answer (CL-1). */
  topics: z.array(lineTopicSchema).default([]),
  /** How long things take in fact, by a name in Latin letters: `messages` (CL-1). */
  averageTerms: z
    .record(z.string().regex(/^[a-z][a-zA-Z]*$/, 'Нужны латинские буквы: «messages»'), measuredSchema)
    .default({}),
  clause,
});
