import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RuleId, severities } from '@ponyatno/lint-rules';
import { z } from 'zod';

const ratesSchema = z.object({ hint: z.number(), warning: z.number(), error: z.number() });
const schema = z.object({
  how: z.string(),
  words: z.object({ official: z.number(), plain: z.number() }),
  rates: z.record(z.string(), z.object({ official: ratesSchema, plain: ratesSchema })),
});

/** What `bench/rules/write.ts` has measured. */
export const measured = schema.parse(
  JSON.parse(readFileSync(resolve('lint-rules/rules/measured.json'), 'utf8')),
);

/** Findings of a rule per 1000 words; undefined for a rule that has no such rate. */
export function ratesOf(rule: RuleId): { official: number; plain: number } | undefined {
  const found = measured.rates[rule];
  if (found === undefined) return undefined;
  const sum = (rates: z.infer<typeof ratesSchema>) => severities.reduce((all, one) => all + rates[one], 0);
  return { official: sum(found.official), plain: sum(found.plain) };
}

const digits = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });

/** «3,4», «меньше 0,1», «0». */
export function rateInWords(rate: number): string {
  return rate > 0 && rate < 0.1 ? 'меньше\u00a00,1' : digits.format(rate);
}
