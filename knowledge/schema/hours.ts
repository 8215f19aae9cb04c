import { z } from 'zod';
import { clauseSchema } from './common.ts';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Время пишется как 09:00');

/** Weekly opening hours, and by how many minutes a pre-holiday day is shorter. */
export const hoursSchema = z.strictObject({
  /** Monday to Friday. */
  weekdays: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  /** The break in the middle of a day, if the act names one. */
  lunch: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
  /** By how much a day before a holiday is shorter; 0 when the act does not shorten it. */
  preHolidayShorterByMinutes: z.int().nonnegative().default(60),
  /** The clause that sets the hours. */
  clause: clauseSchema.optional(),
});
export type Hours = z.infer<typeof hoursSchema>;
