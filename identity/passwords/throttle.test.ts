import { describe, expect, it } from 'vitest';
import { Throttle } from './throttle.ts';

it('slows one person down by address, lets the same person in from elsewhere and forgets in time', () => {
  let now = 0;
  const throttle = new Throttle(() => now);
  for (let index = 0; index < 5; index += 1) {
    expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(0);
    throttle.failed('anna', '10.0.0.1');
  }
  expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(1_000);
  expect(throttle.before('anna', '10.0.0.2').refusedMs).toBe(0);
  now += 2 * 3_600_000;
  expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(0);
});

it('never shuts an office out: a hundred colleagues wrong once wait two seconds at most', () => {
  const throttle = new Throttle(() => 0);
  for (let index = 0; index < 100; index += 1) throttle.failed(`person ${index}`, '10.0.0.1');
  expect(throttle.before('another', '10.0.0.1')).toEqual({ refusedMs: 0, pauseMs: 2_000 });
});

describe('an attacker at many addresses', () => {
  /** Tries wrong passwords until the account is held, each from another address. */
  function attack(throttle: Throttle, tries: number): void {
    for (let index = 0; index < tries; index += 1)
      throttle.failed('anna', `192.0.${Math.floor(index / 250)}.${index % 250}`);
  }

  it('does not keep anybody out where they have signed in before', () => {
    const throttle = new Throttle(
      () => 0,
      (account, network) => account === 'anna' && network === '10.0.0.1',
    );
    attack(throttle, 1_000);
    expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(0);
    expect(throttle.before('anna', '10.0.0.2').refusedMs).toBe(60_000);
    expect(throttle.before('boris', '10.0.0.2').refusedMs).toBe(0);
  });

  it('gets a hundred tries in the first hour, and one a minute after that', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    let tried = 0;
    for (; now < 3_600_000; now += 1_000) {
      const address = `192.0.2.${(now / 1_000) % 250}`;
      if (throttle.before('anna', address).refusedMs > 0) continue;
      throttle.failed('anna', address);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(100);
    expect(tried).toBeLessThan(170);
  });

  it('has one place only under the same 64 bits of IPv6', () => {
    const throttle = new Throttle(() => 0);
    for (let index = 0; index < 5; index += 1) throttle.failed('anna', `2001:db8:1:2::${index}`);
    expect(throttle.before('anna', '2001:db8:1:2:ffff::9').refusedMs).toBe(1_000);
    expect(throttle.before('anna', '2001:db8:1:3::9').refusedMs).toBe(0);
  });

  it('is not helped by right passwords, which are not counted against their owner', () => {
    const throttle = new Throttle(() => 0);
    for (let index = 0; index < 500; index += 1) {
      throttle.failed('anna', '10.0.0.1');
      throttle.succeeded('anna', '10.0.0.1');
    }
    expect(throttle.before('anna', '10.0.0.2').refusedMs).toBe(0);
  });
});
