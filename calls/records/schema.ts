import { z } from 'zod';
import { callKinds } from '../desk/record.ts';

const day = z.iso.date();

/** The counters of a call as they are sent by the call screen; strict, so that nothing else can be kept by mistake. */
export const callRecordSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  day,
  function: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable(),
  kind: z.enum(callKinds),
  seconds: z.int().nonnegative().max(86_400),
  transfers: z.int().nonnegative().max(20),
  callbacks: z.int().nonnegative().max(20),
  unanswered: z.int().nonnegative().max(100),
  closing: z.array(z.int().nonnegative().max(20).nullable()).max(10),
});

/** Calls that nobody answered on a day: counted by hand (CL-10). */
export const missedCallsSchema = z.strictObject({ day, count: z.int().nonnegative().max(100_000) });

/** Who has passed the training of a function (OT-5): a member of the staff, never a caller. */
export const trainingSchema = z.strictObject({
  person: z.string().trim().min(2).max(120),
  function: z.string().regex(/^[a-z0-9-]{1,80}$/),
  day,
});
export type TrainingRecord = z.infer<typeof trainingSchema>;
