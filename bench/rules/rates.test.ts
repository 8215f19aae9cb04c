import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '@ponyatno/lint-rules';
import { expect, it } from 'vitest';
import { type Measured, measure } from './measure.ts';
import { hasOrders } from './texts.ts';

const written: Measured = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../lint-rules/rules/measured.json'), 'utf8'),
);

if (!hasOrders) console.warn('Skipped: the orders do not stand beside the checkout (../shared/seeds).');

/** Rules grow and so does the content: a rate may move by a quarter, a rare one by one hit in a thousand words. */
const isNear = (old: number, now: number) => Math.abs(old - now) <= Math.max(1, 0.25 * Math.max(old, now));

it.skipIf(!hasOrders)(
  'the rates on the rules’ pages are those of today (else: npx node bench/rules/write.ts)',
  async () => {
    const now = await measure();
    const stale = Object.entries(now.rates).flatMap(([rule, rates]) => {
      const old = written.rates[rule as keyof Measured['rates']];
      if (old === undefined) return [`${rule}: not measured yet`];
      return (['official', 'plain'] as const).flatMap((kind) => {
        const sum = ({ hint, warning, error }: typeof rates.official) => hint + warning + error;
        const [before, after] = [sum(old[kind]), sum(rates[kind])];
        return isNear(before, after) ? [] : [`${rule}, ${kind}: ${before} → ${after}`];
      });
    });
    expect(stale).toEqual([]);
  },
  180_000,
);

it('says the rate of every rule but the one that looks at a letter as a whole', () => {
  const measured = Object.keys(written.rates);
  expect(measured).toEqual(
    rules
      .map(({ id }) => id)
      .filter((id) => id !== 'missing-part')
      .toSorted(),
  );
  expect(written.words.official).toBeGreaterThan(10_000);
  expect(written.words.plain).toBeGreaterThan(1_000);
});
