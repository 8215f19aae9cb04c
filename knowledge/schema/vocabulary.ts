import { z } from 'zod';
import { audienceSchema, dateSchema, fact, idSchema } from './common.ts';
import { hoursSchema } from './hours.ts';

/** A person of a unit to whom a call can be transferred (CL-6). */
export const personSchema = z.strictObject({
  /** First name, patronymic and last name, as said to the caller. */
  name: z.string().min(3),
  /** «главный специалист». */
  post: z.string().min(3),
  /** The number the call is transferred to. */
  phone: fact(z.string()),
  /** The functions they answer for; all of the unit when left out. */
  functions: z.array(idSchema).default([]),
});

/** `content/units.yml`: a structural unit (структурное подразделение). */
export const unitSchema = z.strictObject({
  /** Names the unit on pages and in the ledger. A renamed unit keeps its former ids in `was`. */
  id: idSchema,
  /** What staff call it. */
  name: z.string().min(3),
  /** The name by the staff list, when it is known. */
  officialName: fact(z.string()),
  /** Who leads it. */
  head: fact(z.strictObject({ name: z.string(), post: z.string(), email: z.email().optional() })),
  /** The number a call is transferred to (CL-6). */
  phone: fact(z.string()),
  /** Where the unit reads letters. */
  email: fact(z.email()),
  /** When it answers, if not in the hours of the office. */
  hours: hoursSchema.optional(),
  /** The people who know the answers, the best first (CL-6). */
  people: z.array(personSchema).default([]),
  /** The unit a call goes to when this one does not answer. */
  reserve: idSchema.optional(),
  /** Who of the forge looks at a change of its pages: «@agency/letters», «@ivanova», an address. */
  reviewers: z.array(z.string().regex(/^\S*@\S+$/)).default([]),
  /** Former ids: checks recorded under them still count. */
  was: z.array(idSchema).default([]),
});
export type Unit = z.infer<typeof unitSchema>;
export const unitsSchema = z.array(unitSchema).min(1);

/** `content/glossary.yml`: a term or an abbreviation. */
export const glossaryEntrySchema = z.strictObject({
  /** What `<Term id>` refers to. */
  id: idSchema,
  /** The term in its dictionary form, or the abbreviation: «сервитут», «ЕПГУ». */
  term: z.string().min(2),
  /** For an abbreviation: what the letters stand for. */
  expansion: z.string().optional(),
  /** What it means, in one plain sentence. */
  explanation: z.string().min(10),
  /** Words to use instead, when there are any. */
  plain: z.array(z.string()).default([]),
  /** Other spellings and names that mean the same. */
  synonyms: z.array(z.string()).default([]),
  /** May stand in a letter without explanation: «СМС», «МВД». */
  known: z.boolean().default(false),
  /** Where the explanation was taken from, when it is a definition by law. */
  source: z.string().optional(),
  /** Who may read the explanation. Staff only, unless the entry says otherwise. */
  audience: audienceSchema.default('staff'),
});
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;
export const glossarySchema = z.array(glossaryEntrySchema);

/** `content/synonyms.yml`: groups of phrases that mean the same to a caller; search widens a query by its group. */
export const synonymsSchema = z.array(z.array(z.string().min(2)).min(2));
export type Synonyms = z.infer<typeof synonymsSchema>;

/** `content/calendar/<year>.yml`: what the government's decree changes in that year. */
export const calendarYearSchema = z.strictObject({
  /** The same as the name of the file. */
  year: z.int().min(2020).max(2100),
  /**
   * The decree that moves days off. While it is visibly missing the year is preliminary: only the days set by the Labour Code
   * are known, and every date counted through it says so.
   */
  decree: z.union([z.string().min(5), z.strictObject({ missing: z.string().min(5) })]),
  /** Where the dates were taken from and compared. */
  source: z.string(),
  /** Weekdays that are days off: public holidays and transferred days. */
  daysOff: z.array(dateSchema),
  /** Weekends that are working days. */
  workingWeekends: z.array(dateSchema).default([]),
  /** Working days that are an hour shorter. */
  shortDays: z.array(dateSchema).default([]),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;
