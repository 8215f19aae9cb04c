import { describe, expect, it } from 'vitest';
import { Buckets, TokenBucket } from './rate.ts';

describe('TokenBucket', () => {
  it('lets a burst through, then as many as time brings back, and never saves up more than the burst', () => {
    let now = 0;
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, () => now);
    const taken = (count: number) => Array.from({ length: count }, () => bucket.take());
    expect(taken(4)).toEqual([true, true, true, false]);
    now += 500;
    expect(taken(2)).toEqual([true, false]);
    now += 3_600_000;
    expect(taken(4)).toEqual([true, true, true, false]);
  });

  it('says truly how long to wait', () => {
    let now = 0;
    const bucket = new TokenBucket({ burst: 1, perSecond: 0.1 }, () => now);
    bucket.take();
    expect(bucket.secondsToWait).toBe(10);
    now += 9_000;
    expect([bucket.secondsToWait, bucket.take()]).toEqual([1, false]);
    now += 1_000;
    expect(bucket.take()).toBe(true);
  });
});

describe('Buckets', () => {
  it('stop one and nobody else, and let him go on when time has passed', () => {
    let now = 0;
    const buckets = new Buckets({ burst: 2, perSecond: 1 }, () => now);
    expect(['a', 'a', 'a', 'b'].map((who) => buckets.of(who).take())).toEqual([true, true, false, true]);
    now = 1_000;
    expect(buckets.of('a').take()).toBe(true);
  });

  it('remember no more than ten thousand', () => {
    const buckets = new Buckets({ burst: 2, perSecond: 1 }, () => 0);
    for (let index = 0; index < 20_000; index++) buckets.of(String(index)).take();
    expect(buckets.size).toBe(10_000);
  });
});
