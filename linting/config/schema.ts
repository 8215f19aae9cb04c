import { profiles, ruleIds, severities } from '@ponyatno/lint-rules';
import { z } from 'zod';

const text = z.string().trim().min(1);
const list = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text).min(1));
const count = z.int().min(1).max(1000);

/** A rule by its name: a wrong name is told with the nearest right one, see `names.ts`. */
const rules = z.record(z.string(), z.enum(['off', ...severities]));

const budget = z.strictObject({ perParagraph: count, perThousandWords: count, least: count });

/** A phrase of the agency: `pattern` in the language of the tables, `example` must have it. */
export const phraseSchema = z.strictObject({
  pattern: text,
  example: text,
  plain: text,
  /** Words with the same government that `--fix` may put in its place. */
  replace: list.optional(),
  moderation: z.enum(['no', 'moderate', 'allowed', 'legal']).default('no'),
  severity: z.enum(severities).default('warning'),
  rule: z.enum(ruleIds).default('officialese'),
});

/** `ponyatno.yml`: how the linter is set for the files beside and below it. */
export const configSchema = z.strictObject({
  /** How loud each rule is; `off` for a rule that does not run. */
  rules: rules.optional(),
  /** The same for one kind of text. */
  profiles: z.partialRecord(z.enum(profiles), z.strictObject({ rules })).optional(),
  /** The same for some files, by patterns like `drafts/**`; what stands later wins. */
  files: z
    .array(z.strictObject({ path: list, profile: z.enum(profiles).optional(), rules: rules.optional() }))
    .optional(),
  /** Files nobody lints. */
  ignore: list.optional(),
  /** Terms and abbreviations that the reader knows. */
  terms: list.optional(),
  /** Official names that stay as they are. */
  names: list.optional(),
  /** How many clichés (`allowed`) and moderate phrases a text may have. */
  budgets: z.strictObject({ moderate: budget.partial(), allowed: budget.partial() }).partial().optional(),
  /** So many findings a paragraph at most, the loudest first. */
  cap: count.optional(),
  /** Phrases of the agency: here, or in YAML files beside this one. */
  phrases: z
    .union([z.array(phraseSchema), z.string().trim().min(1)], {
      error: 'Здесь бывает список оборотов или имя файла с ними, например phrases.yml.',
    })
    .optional(),
});
export type ConfigData = z.infer<typeof configSchema>;
