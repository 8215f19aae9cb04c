import { z } from 'zod';
import { clauseSchema as clause, profilePathSchema } from './common.ts';

/** A way to cancel a booking: «по телефону линии», with the value of the profile that is said to the caller. */
export const cancelWaySchema = z.strictObject({
  /** «на сайте». */
  name: z.string().min(3),
  /** Path of the number or the address in the profile: `line.phone`. Ways like the state portal have none. */
  from: profilePathSchema.optional(),
});

/** Personal visits. What is left out is switched off. */
export const visitsSchema = z.strictObject({
  /** Reminders to offer, in hours before the visit (PV-3). */
  remindersHoursBefore: z.array(z.int().positive()).default([]),
  clause,
  /** On booking, the place and the way there are told (PV-1). */
  place: z.strictObject({ clause }).optional(),
  /** On booking, the client chooses among the free times (PV-3). */
  slots: z.strictObject({ clause }).optional(),
  /** A booking can be cancelled, in these ways (PV-4). */
  cancelling: z.strictObject({ ways: z.array(cancelWaySchema).min(1), clause }).optional(),
  /** The client is told of another official, day or time (PV-5). */
  rescheduling: z.strictObject({ clause }).optional(),
});
export type Visits = z.infer<typeof visitsSchema>;
