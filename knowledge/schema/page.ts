import { z } from 'zod';
import { audienceSchema, basisSchema, dateSchema, fact, idSchema } from './common.ts';
import { letterKindSchema } from './letters.ts';
import { scriptFields } from './script.ts';
import { variableSchema } from './variable.ts';

/** Front matter that every page shares. */
const shared = {
  id: idSchema,
  title: z.string().min(3).max(140),
  /** `id` of the function the page belongs to. */
  function: idSchema,
  /** Who may read it. Staff only, unless the page says otherwise. */
  audience: audienceSchema.default('staff'),
  /** What the page is about: ids of `content/agency.yml`-independent subjects, free words in Russian. */
  topics: z.array(z.string()).default([]),
  /** Which need of a client it serves: «узнать срок», «пожаловаться». */
  needs: z.array(z.string()).default([]),
  /** The unit that keeps the page true; by default the unit of the function. */
  unit: idSchema.optional(),
  /** The acts and clauses the page rests on. */
  basis: z.array(basisSchema).default([]),
  /** Words people search by that the text does not contain. */
  keywords: z.array(z.string()).default([]),
  /** Questions in the callers' own words that this page must answer first. */
  queries: z.array(z.string()).default([]),
  /** Facts the page needs and nobody has given yet: shown on the page and listed by the check. */
  missing: z.array(z.string().min(5)).default([]),
};

const channelSchema = z.strictObject({
  /** «Телефон», «Почта», «Личный приём». */
  name: z.string(),
  /** What it may be used for (WR-14). */
  purpose: z.string(),
});

const contactSchema = z.strictObject({
  label: z.string(),
  value: fact(z.string()),
});

export const functionSchema = z.strictObject({
  ...shared,
  kind: z.literal('function').default('function'),
  /** One sentence: what the function is. */
  summary: z.string().min(20),
  /** For whom. */
  clients: z.string(),
  unit: idSchema,
  channels: z.array(channelSchema).min(1),
  /** Contacts for external clients (KB-4, item 6). */
  contacts: z.array(contactSchema).min(1),
  /** Signs that a message to this function is urgent (WR-3). */
  urgentSigns: z.array(z.string()).default([]),
});

export const regulationSchema = z.strictObject({
  ...shared,
  kind: z.literal('regulation').default('regulation'),
  /** Absent only when the act that mentions this one gives none: then `missing` says so. The same holds for the date. */
  number: z.string().min(1).optional(),
  date: dateSchema.optional(),
  /** The date of the edition in force. */
  edition: dateSchema.optional(),
  /** Federal law stands above regional law, regional law above the agency's own (KB-9). */
  authority: z.enum(['federal', 'regional', 'agency']),
  issuer: z.string(),
  /** Where the text can be read: an address, or the name of the file it was taken from. */
  source: z.string(),
  /** The stamp on the annex, as printed. It must agree with number and date, or be explained in `defects`. */
  stamp: z.strictObject({ number: z.string(), date: z.string() }).optional(),
  /** Errors in the printed act that could confuse a reader, in plain words. */
  defects: z.array(z.string()).default([]),
});

export const jobSchema = z.strictObject({
  ...shared,
  kind: z.literal('job').default('job'),
  /** The post, as the act names it. */
  post: z.string(),
});

export const caseSchema = z.strictObject({
  ...shared,
  kind: z.literal('case').default('case'),
  /** Whether it decides a managerial or a working task (KB-4, item 5). */
  decision: z.enum(['managerial', 'working']),
});

export const faqSchema = z.strictObject({
  ...shared,
  kind: z.literal('faq').default('faq'),
  /** The answer in one to three sentences that can be read out to a caller. */
  spoken: z.string().min(20).max(420),
});

export const templateSchema = z.strictObject({
  ...shared,
  kind: z.literal('template').default('template'),
  letter: letterKindSchema,
  /** When to take this template, in one sentence. */
  when: z.string().min(10),
  variables: z.array(variableSchema).default([]),
});

export const scriptSchema = z.strictObject({
  ...shared,
  kind: z.literal('script').default('script'),
  ...scriptFields,
});

export const contactPageSchema = z.strictObject({
  ...shared,
  kind: z.literal('contact').default('contact'),
  /** The other body's name. */
  body: z.string(),
  /** What to send there, in plain words. */
  remit: z.string().min(10),
  phone: fact(z.string()),
  site: fact(z.url()),
  address: fact(z.string()).optional(),
});

export const noteSchema = z.strictObject({ ...shared, kind: z.literal('note').default('note') });

/** The schema of the front matter of each kind of page. */
export const pageSchemas = {
  function: functionSchema,
  regulation: regulationSchema,
  job: jobSchema,
  case: caseSchema,
  faq: faqSchema,
  template: templateSchema,
  script: scriptSchema,
  contact: contactPageSchema,
  note: noteSchema,
} as const;

export type PageKind = keyof typeof pageSchemas;
export type PageData = { [Kind in PageKind]: z.infer<(typeof pageSchemas)[Kind]> };
export type AnyPageData = PageData[PageKind];
