import { z } from 'zod';
import { clauseSchema as clause } from './common.ts';
import { letterKindSchema } from './letters.ts';

/**
 * A term. Exactly one unit of time; the clause that sets it stands beside the number.
 *
 * - `workingDays`: days of the working calendar (WR-4, WR-5);
 * - `calendarDays`: days of the plain calendar (PV-2, statutory terms);
 * - `hours` with `clock: 'working-days'`: the clock stands still on days off (WR-6); with `clock: 'plain'` it does not (WR-13);
 * - `workingHours`: only the office's opening hours count (OT-2);
 * - `endOf: 'working-day'`: until the office closes on that day (CL-17).
 */
export const termSchema = z.union([
  z.strictObject({ workingDays: z.int().positive(), clause }),
  z.strictObject({ calendarDays: z.int().positive(), clause }),
  z.strictObject({ hours: z.int().positive(), clock: z.enum(['working-days', 'plain']), clause }),
  z.strictObject({ workingHours: z.int().positive(), clause }),
  z.strictObject({ endOf: z.literal('working-day'), clause }),
]);
export type Term = z.infer<typeof termSchema>;

/** The terms a profile can have, by what they are for. What is left out is switched off. */
export const termsSchema = z.strictObject({
  /** Answer on the substance to an urgent message (WR-4). */
  urgentReply: termSchema.optional(),
  /** Notice to a client who insults or threatens (WR-5). */
  abuseNotice: termSchema.optional(),
  /** Confirmation that the message is received and registered (WR-6). */
  firstReply: termSchema.optional(),
  /** Notice that documents are missing, counted from the moment it was found (WR-13). */
  incompleteDocuments: termSchema.optional(),
  /** Message about the date of a visit, counted backwards from the visit (PV-2). */
  visitNotice: termSchema.optional(),
  /** Reply to a mention in a social network (OT-2). */
  socialMention: termSchema.optional(),
  /** Reply to an official request or a comment in a social network (OT-2). */
  socialRequest: termSchema.optional(),
  /** Oral reply to an internal client whose question needs work (CL-17). */
  internalReply: termSchema.optional(),
});
export type TermName = keyof z.infer<typeof termsSchema>;

/** Terms set by law, kept apart from the agency's own (KB-9): the earlier date wins, both are shown. */
export const statutoryTermSchema = z.strictObject({
  /** The act and the clause: «Федеральный закон № 59-ФЗ, ч. 1 ст. 12». */
  act: z.string().min(5),
  /** What the law asks to do by then, in plain words. */
  title: z.string().min(5),
  /** The term itself, counted from the same moment. */
  term: termSchema,
  /** The terms of the agency this one is compared with. */
  besides: z.array(termsSchema.keyof()).default([]),
  /** The letters that the law wants sent by then, for those that no term of the agency sets a date for. */
  letters: z.array(letterKindSchema).default([]),
});
