import { z } from 'zod';
import { clauseSchema } from './common.ts';

export const letterKinds = [
  'first-reply',
  'redirect-notice',
  'refusal',
  'final-reply',
  'abuse-notice',
  'incomplete-documents',
  'interaction-history',
  'mailing',
  'visit-confirmation',
  'reschedule-notice',
  'social-reply',
  'internal-reply',
] as const;

/** The kinds of letters the orders know. */
export const letterKindSchema = z.enum(letterKinds);
export type LetterKind = z.infer<typeof letterKindSchema>;

export const letterParts = [
  'greeting',
  'receipt',
  'registration',
  'deadline',
  'rating-link',
  'survey-link',
  'channel-choice',
  'both-channels',
  'plain-reason',
  'alternative',
  'executor-contact',
  'redirect-body',
  'missing-items',
  'reapply',
  'unsubscribe-link',
  'directions',
  'cancel-way',
] as const;

/** The parts a letter can be required to have. */
export const letterPartSchema = z.enum(letterParts);
export type LetterPart = z.infer<typeof letterPartSchema>;

/** Which kind of letter needs which part, each with the clause that demands it. */
export const lettersSchema = z.partialRecord(
  letterKindSchema,
  z.strictObject({
    /** In no particular order. */
    parts: z.array(z.strictObject({ part: letterPartSchema, clause: clauseSchema })),
  }),
);
export type Letters = z.infer<typeof lettersSchema>;
