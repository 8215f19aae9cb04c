import { describe, expect, it } from 'vitest';
import { AddressBuckets } from './addresses.ts';

describe('AddressBuckets', () => {
  it('stops one address and nobody else, and lets it go on when time has passed', () => {
    let now = 0;
    const buckets = new AddressBuckets(2, 1, () => now);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 1_000;
    expect(buckets.take('a')).toBe(true);
  });

  it('takes the addresses of one subscriber of IPv6 for one', () => {
    const buckets = new AddressBuckets(2, 1, () => 0);
    expect(
      ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map((one) => buckets.take(one)),
    ).toEqual([true, true, false, true]);
  });

  it('remembers no more than ten thousand addresses', () => {
    const buckets = new AddressBuckets(2, 1, () => 0);
    for (let index = 0; index < 20_000; index++) buckets.take(`10.0.${index >> 8}.${index & 255}`);
    expect(buckets.size).toBe(10_000);
  });
});
