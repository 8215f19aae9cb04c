import { z } from 'zod';
import { clauseSchema } from './common.ts';

/** What an order can demand of the language of replies and talks. */
export const languageDuties = [
  /** An accessible, understandable form (WR-1). */
  'clarity',
  /** Greeting, politeness, no mistakes (LN-1). */
  'courtesy',
  /** No archaisms, jargon, colloquialisms, tautology (LN-2). */
  'vocabulary',
  /** Short sentences (LN-3). */
  'brevity',
  /** Terms and abbreviations explained (LN-4). */
  'terms',
  /** Facts instead of brush-offs and vague words (LN-5, LN-6, LN-9). */
  'facts',
  /** No aggression, no emotion, no hidden displeasure (LN-2, LN-7). */
  'neutrality',
  /** Direct word order instead of the passive (LN-10). */
  'activeVoice',
  /** Clichés allowed, but not dense (LN-11). */
  'cliches',
  /** Grounds of a refusal that need no legal act to be understood (WR-10). */
  'refusalGrounds',
] as const;

/** Which clause of the order demands it; findings of the linter cite the clause. */
export const languageSchema = z.partialRecord(z.enum(languageDuties), clauseSchema);
export type LanguageDuty = (typeof languageDuties)[number];
