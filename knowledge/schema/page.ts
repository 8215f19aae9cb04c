import { z } from 'zod';
import { audienceSchema, basisSchema, dateSchema, fact, idSchema, webAddressSchema } from './common.ts';
import { letterKindSchema } from './letters.ts';
import { lintMarkSchema } from './lint-mark.ts';
import { scriptFields } from './script.ts';
import { variableSchema } from './variable.ts';

/** Front matter that every page shares. */
const shared = {
  /** Never changes: links, the ledger of checks and drafts refer to it. */
  id: idSchema,
  /** What the page is called; of an FAQ page the question itself. */
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
  /** Findings of `ponyatno lint` that this page has good reason for. */
  lint: z.array(lintMarkSchema).default([]),
};

const channelSchema = z.strictObject({
  /** «Телефон», «Почта», «Личный приём». */
  name: z.string(),
  /** What it may be used for (WR-14). */
  purpose: z.string(),
});

const contactSchema = z.strictObject({
  /** What is there: «Справка о судьбе сообщения по телефону». */
  label: z.string(),
  /** The number or the address. */
  value: fact(z.string()),
});

/** `content/functions/<function>/index.mdx`: what the function is, for whom, where, by which channels. */
export const functionSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('function').default('function'),
  /** One sentence: what the function is. */
  summary: z.string().min(20),
  /** For whom. */
  clients: z.string(),
  /** The unit that performs the function and keeps its pages true (KB-3). */
  unit: idSchema,
  /** By which ways one can turn to it. */
  channels: z.array(channelSchema).min(1),
  /** Contacts for external clients (KB-4, item 6). */
  contacts: z.array(contactSchema).min(1),
  /** Signs that a message to this function is urgent (WR-3). */
  urgentSigns: z.array(z.string()).default([]),
});

/** `content/functions/<function>/regulations/*.mdx`: a legal act with a plain summary (KB-4, item 1). */
export const regulationSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('regulation').default('regulation'),
  /** Without «№». Absent only when the act that mentions this one gives none: then `missing` says so. */
  number: z.string().min(1).optional(),
  /** The day it was signed. Absent only like the number. */
  date: dateSchema.optional(),
  /** The date of the edition in force. */
  edition: dateSchema.optional(),
  /** Federal law stands above regional law, regional law above the agency's own (KB-9). */
  authority: z.enum(['federal', 'regional', 'agency']),
  /** The body that issued it. */
  issuer: z.string(),
  /** Where the text can be read: an address, or the name of the file it was taken from. */
  source: z.string(),
  /** The stamp on the annex, as printed. It must agree with number and date, or be explained in `defects`. */
  stamp: z.strictObject({ number: z.string(), date: z.string() }).optional(),
  /** Errors in the printed act that could confuse a reader, in plain words. */
  defects: z.array(z.string()).default([]),
});

/** `content/functions/<function>/jobs/*.mdx`: a job description (KB-4, item 2). */
export const jobSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('job').default('job'),
  /** The post, as the act names it. */
  post: z.string(),
});

/** `content/functions/<function>/cases/*.mdx`: an example of a decision (KB-4, item 5). */
export const caseSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('case').default('case'),
  /** Whether it decides a managerial or a working task (KB-4, item 5). */
  decision: z.enum(['managerial', 'working']),
});

/** `content/faq/<function>/*.mdx`: a question, an answer to read aloud, the details (KB-4, item 3). */
export const faqSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('faq').default('faq'),
  /** The answer in one to three sentences that can be read out to a caller. */
  spoken: z.string().min(20).max(420),
});

/** `content/templates/*.mdx`: a letter with variables (KB-4, item 4). */
export const templateSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('template').default('template'),
  /** The kind of letter: the profile says which parts such a letter must have. */
  letter: letterKindSchema,
  /** When to take this template, in one sentence. */
  when: z.string().min(10),
  /** What the writer fills in: every `((name))` of the text, and nothing else. */
  variables: z.array(variableSchema).default([]),
});

/** `content/scripts/*.mdx`: a call script (KB-8). */
export const scriptSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('script').default('script'),
  ...scriptFields,
});

/** `content/contacts/*.mdx`: another body, and what to send there (CL-11). */
export const contactPageSchema = z.strictObject({
  ...shared,
  /** Follows from the path and need not be written. */
  kind: z.literal('contact').default('contact'),
  /** The other body's name. */
  body: z.string(),
  /** What to send there, in plain words. */
  remit: z.string().min(10),
  /** The number to give to the caller (CL-11). */
  phone: fact(z.string()),
  /** The official site. */
  site: fact(webAddressSchema),
  /** Where to write or to go, if callers need it. */
  address: fact(z.string()).optional(),
});

/** `content/functions/<function>/notes/*.mdx`: whatever else a unit wants to keep (KB-5). */
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

/** The kinds of pages. */
export type PageKind = keyof typeof pageSchemas;
/** The front matter of each kind, checked, with the defaults filled in. */
export type PageData = { [Kind in PageKind]: z.infer<(typeof pageSchemas)[Kind]> };
