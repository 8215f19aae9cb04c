import { expect, it } from 'vitest';
import { TokenBucket } from './rate.ts';

it('lets a burst through, then as many as time brings back, and never saves up more than the burst', () => {
  let now = 0;
  const bucket = new TokenBucket(3, 2, () => now);
  const taken = (count: number) => Array.from({ length: count }, () => bucket.take());
  expect(taken(4)).toEqual([true, true, true, false]);
  now += 500;
  expect(taken(2)).toEqual([true, false]);
  now += 3_600_000;
  expect(taken(4)).toEqual([true, true, true, false]);
});
