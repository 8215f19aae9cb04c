import { z } from 'zod';
import { dateSchema, idSchema } from './common.ts';

/** Why a rule of the linter does not count on a page. */
export const lintMarkSchema = z.strictObject({
  /** The rule, or several: «passive». */
  ignore: z
    .union([idSchema, z.array(idSchema).min(1)])
    .meta({ title: 'Правило', description: 'Одно или несколько: «passive».' }),
  /** Why: whoever reads the page later must be able to judge whether it still holds. */
  reason: z.string().min(5).meta({ title: 'Почему замечание оставлено' }),
  /** The last day on which it holds; without it, for good. */
  until: dateSchema.optional().meta({ title: 'До какого дня' }),
  /** Only findings that have these words; without it, all of the rule. */
  words: z.string().min(2).optional().meta({ title: 'Только в этих словах' }),
});
export type LintMark = z.infer<typeof lintMarkSchema>;
