import { z } from 'zod';
import { clauseSchema as clause } from './common.ts';

/** How a talk that cannot be kept businesslike is put off and, if need be, ended (P 27). */
export const crisisSchema = z.strictObject({
  /** What to say to put the talk off, word for word; the caller's name stands before, the reason after (CL-14). */
  phrases: z
    .array(
      z.strictObject({
        /** Up to the reason: «давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после». */
        text: z.string().min(10),
        /** Reasons that the order gives as examples: «уточнения информации». */
        reasons: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  clause,
  /** The clause by which the talk is ended after a warning and a goodbye (CL-15). */
  ending: z.strictObject({ clause }).optional(),
});

/** The rules of a call to the line. */
export const callsSchema = z.strictObject({
  /** Transfers within one call (CL-7). */
  maxTransfers: z.strictObject({ value: z.int().nonnegative(), clause }),
  /** Steps of a callback in order (CL-8): 5 in M and D, 4 in U and P. */
  callbackSteps: z.strictObject({ value: z.union([z.literal(4), z.literal(5)]), clause }),
  /** Whether the contact of the competent body must be given, or only if available (CL-11). */
  outOfRemitContact: z.strictObject({ value: z.enum(['must', 'if-available']), clause }),
  /** Never act for the caller (CL-9). */
  actForCaller: z.strictObject({ value: z.literal('forbidden'), clause }),
  /** How to speak: even, of medium pace, without indifference (CL-4). */
  speech: z.strictObject({ clause }).optional(),
  /** Keep a count of calls that went unanswered (CL-10). */
  missedCallCount: z.strictObject({ value: z.boolean(), clause }).optional(),
  /** The closing questions, word for word (CL-12). */
  closingQuestions: z
    .strictObject({
      /** Each with the answers to offer. */
      questions: z.array(z.strictObject({ text: z.string(), options: z.array(z.string()).min(2) })),
      clause,
    })
    .optional(),
  /** A talk that is no longer businesslike (CL-14, CL-15). */
  crisis: crisisSchema.optional(),
});

/** Oral questions of the agency's own people (CL-17). */
export const internalClientsSchema = z.strictObject({
  /** They are answered at once, or orally by the end of the working day. */
  answer: z.strictObject({ clause }),
  /** Where the telephone does not fit, another way is offered. */
  otherWay: z.strictObject({ clause }),
});
