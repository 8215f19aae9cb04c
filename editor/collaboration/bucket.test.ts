import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from './bucket.ts';

describe('TokenBucket', () => {
  it('lets a burst through at once, then waits', () => {
    const bucket = new TokenBucket(3, 10, 0);
    for (let number = 0; number < 3; number += 1) {
      expect(bucket.wait(1, 0)).toBe(0);
      bucket.take(1);
    }
    expect(bucket.wait(1, 0)).toBe(100);
    expect(bucket.wait(1, 100)).toBe(0);
  });

  it('lets one piece through that is larger than the bucket, and makes the next one wait for it', () => {
    const bucket = new TokenBucket(10, 10, 0);
    expect(bucket.wait(25, 0)).toBe(0);
    bucket.take(25);
    expect(bucket.wait(1, 0)).toBe(1_600);
  });

  it('never lets more through than the burst and the rate allow', () => {
    const arrivals = fc.array(fc.nat(200), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(arrivals, (gaps) => {
        const bucket = new TokenBucket(20, 100, 0);
        let now = 0;
        let passed = 0;
        for (const gap of gaps) {
          now += gap;
          if (bucket.wait(1, now) > 0) continue;
          bucket.take(1);
          passed += 1;
          expect(passed).toBeLessThanOrEqual(20 + (now / 1000) * 100 + 1e-6);
        }
      }),
    );
  });
});
